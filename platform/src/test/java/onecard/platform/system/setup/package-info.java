@NullMarked
package onecard.platform.system.setup;

import org.jspecify.annotations.NullMarked;
