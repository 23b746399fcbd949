@NullMarked
package onecard.platform.sheets;

import org.jspecify.annotations.NullMarked;
