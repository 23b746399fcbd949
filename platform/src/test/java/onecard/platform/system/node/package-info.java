@NullMarked
package onecard.platform.system.node;

import org.jspecify.annotations.NullMarked;
