@NullMarked
package onecard.platform.system.web;

import org.jspecify.annotations.NullMarked;
