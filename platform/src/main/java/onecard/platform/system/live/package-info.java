/// News to every console that looks on.
@NullMarked
package onecard.platform.system.live;

import org.jspecify.annotations.NullMarked;
