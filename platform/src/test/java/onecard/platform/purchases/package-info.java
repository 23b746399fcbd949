@NullMarked
package onecard.platform.purchases;

import org.jspecify.annotations.NullMarked;
