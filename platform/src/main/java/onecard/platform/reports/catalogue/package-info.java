/// The reports that are declared and not written: each names its columns, its filters and the
/// statement its rows come from. One machinery pages them, adds them up, proves the sums against
/// another of the books, and writes them to files.
@NullMarked
package onecard.platform.reports.catalogue;

import org.jspecify.annotations.NullMarked;
