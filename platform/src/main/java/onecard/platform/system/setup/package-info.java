/// The first run: who may make the first administrator, and what the unit is called.
@NullMarked
package onecard.platform.system.setup;

import org.jspecify.annotations.NullMarked;
