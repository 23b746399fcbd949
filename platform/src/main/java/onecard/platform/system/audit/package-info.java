/// Who changed what and when.
@NullMarked
package onecard.platform.system.audit;

import org.jspecify.annotations.NullMarked;
