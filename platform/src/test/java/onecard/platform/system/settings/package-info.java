@NullMarked
package onecard.platform.system.settings;

import org.jspecify.annotations.NullMarked;
