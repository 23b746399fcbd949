package onecard.platform.reports.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where the entries of a figure are (`W-09`): another report, which comes to the same figure. Days
/// and filters stay as they are; the row and what is fixed narrow them down.
///
/// @param report its name
/// @param sum the column there that adds up to the figure
/// @param byColumn parameters that take what stands in a column of the row; a row of sums has none
/// @param fixed parameters that are the same for every row
record Drill(String report, String sum, Map<String, String> byColumn, Map<String, String> fixed) {
    /// The parameters of the days, both from one column.
    static final String DAY = "day";

    Drill {
        byColumn = Map.copyOf(byColumn);
        fixed = Map.copyOf(fixed);
    }

    static Drill to(String report, String sum) {
        return new Drill(report, sum, Map.of(), Map.of());
    }

    /// Narrows down to the day in this column.
    Drill day(String column) {
        return with(DAY, column);
    }

    /// Narrows down to what stands in this column of the row.
    Drill by(Filter filter, String column) {
        return with(filter.word(), column);
    }

    /// Narrows down to the same for every row.
    Drill only(Filter filter, String value) {
        var more = new LinkedHashMap<>(fixed);
        more.put(filter.word(), value);
        return new Drill(report, sum, byColumn, more);
    }

    private Drill with(String parameter, String column) {
        var more = new LinkedHashMap<>(byColumn);
        more.put(parameter, column);
        return new Drill(report, sum, more, fixed);
    }
}
