/// Commands that may arrive twice.
@NullMarked
package onecard.platform.system.commands;

import org.jspecify.annotations.NullMarked;
