@NullMarked
package onecard.platform.reports;

import org.jspecify.annotations.NullMarked;
