@NullMarked
package onecard.platform.photos;

import org.jspecify.annotations.NullMarked;
