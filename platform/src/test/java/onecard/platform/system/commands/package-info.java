@NullMarked
package onecard.platform.system.commands;

import org.jspecify.annotations.NullMarked;
