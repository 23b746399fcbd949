@NullMarked
package onecard.bridge;

import org.jspecify.annotations.NullMarked;
