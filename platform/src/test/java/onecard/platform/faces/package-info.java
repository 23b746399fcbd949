@NullMarked
package onecard.platform.faces;

import org.jspecify.annotations.NullMarked;
