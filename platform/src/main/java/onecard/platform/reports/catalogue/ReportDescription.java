package onecard.platform.reports.catalogue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A report as programs read it: what it has and what can be asked of it.
///
/// @param views `transaction`, `booking`; the first is meant where none is named
/// @param singleDay whether it is of the end of one day
/// @param byDepartment whether people can be counted to the departments they belong to today
record ReportDescription(
        String name,
        Report.Chapter chapter,
        String title,
        String purpose,
        List<String> views,
        boolean singleDay,
        boolean byDepartment,
        List<ReportColumn> columns,
        List<ReportFilter> filters) {

    /// A report on the list.
    record ReportCard(String name, Report.Chapter chapter, String title, String purpose) {}

    /// A column. Amounts are whole cents.
    ///
    /// @param group what stands above it
    /// @param shown whether people see it; the others are there to open figures by
    /// @param onlyIfSome whether it is left out of sight where its sum is zero
    record ReportColumn(
            String key,
            String title,
            Optional<String> group,
            ColumnType type,
            boolean shown,
            boolean summed,
            boolean onlyIfSome,
            Optional<ReportDrill> drill) {}

    /// Where the entries of a figure are: another report with the same days and filters, narrowed
    /// down.
    ///
    /// @param sum the column there that comes to the figure
    /// @param byColumn parameters and the columns of the row whose values they take
    /// @param fixed parameters and their values
    record ReportDrill(
            String report, String sum, Map<String, String> byColumn, Map<String, String> fixed) {}

    /// What rows can be chosen by.
    ///
    /// @param byWord whether its values are words
    /// @param choices empty where there are too many, or where other lists have them
    record ReportFilter(String name, String title, boolean byWord, List<ReportChoice> choices) {}

    /// A value of a filter.
    record ReportChoice(String value, String title) {}

    /// A piece of the rows; the cells are those of the columns.
    record ReportRows(List<List<@Nullable Object>> items, Optional<String> next) {}

    /// What all rows come to, and what stands above and below them on paper.
    ///
    /// @param rows how many
    /// @param sums by column
    /// @param trouble why the figures must not be used; absent where they may
    record ReportSums(
            long rows,
            Map<String, Long> sums,
            Optional<String> trouble,
            String unitName,
            String title,
            LocalDate from,
            LocalDate to,
            String period,
            List<ReportWords.Chosen> filters,
            String preparedBy,
            OffsetDateTime printedAt) {}
}
