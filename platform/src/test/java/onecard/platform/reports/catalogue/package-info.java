@NullMarked
package onecard.platform.reports.catalogue;

import org.jspecify.annotations.NullMarked;
