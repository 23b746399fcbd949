@NullMarked
package onecard.wire;

import org.jspecify.annotations.NullMarked;
