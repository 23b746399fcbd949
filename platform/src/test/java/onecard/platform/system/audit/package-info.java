@NullMarked
package onecard.platform.system.audit;

import org.jspecify.annotations.NullMarked;
