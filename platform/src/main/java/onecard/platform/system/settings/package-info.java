/// The site's settings and the versions of what nodes keep in memory.
@NullMarked
package onecard.platform.system.settings;

import org.jspecify.annotations.NullMarked;
