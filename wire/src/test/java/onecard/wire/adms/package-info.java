@NullMarked
package onecard.wire.adms;

import org.jspecify.annotations.NullMarked;
