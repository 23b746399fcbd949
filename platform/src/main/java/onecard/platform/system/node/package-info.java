/// What this process is: its number among the nodes, its master key, its daily jobs.
@NullMarked
package onecard.platform.system.node;

import org.jspecify.annotations.NullMarked;
