@NullMarked
package onecard.platform.system.live;

import org.jspecify.annotations.NullMarked;
