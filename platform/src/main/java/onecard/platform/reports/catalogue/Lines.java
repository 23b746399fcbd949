package onecard.platform.reports.catalogue;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of a report that is being written, line by line.
interface Lines {
    /// Writes what stands above the table.
    void head(Paper paper) throws IOException;

    /// Writes a row.
    void row(List<@Nullable Object> cells) throws IOException;

    /// Writes the sums, and what stands below the table, and ends the file.
    void end(List<@Nullable Object> sums) throws IOException;

    /// What stands around a table on paper.
    ///
    /// @param lines the merchant, the days, the filters
    /// @param foot who prepared it, and when
    record Paper(
            String unitName,
            String title,
            List<String> lines,
            List<Column> columns,
            List<String> titles,
            String foot) {
        public Paper {
            lines = List.copyOf(lines);
            columns = List.copyOf(columns);
            titles = List.copyOf(titles);
        }
    }
}
