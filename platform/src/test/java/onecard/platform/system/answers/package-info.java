@NullMarked
package onecard.platform.system.answers;

import org.jspecify.annotations.NullMarked;
