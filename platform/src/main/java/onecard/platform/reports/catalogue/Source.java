package onecard.platform.reports.catalogue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A statement that yields rows, and what its places stand for: `{days}` the condition for the
/// days, `{day}` the day of a row, `{filters}` the conditions of the filters (each begins with
/// `and`), `{department}` the department of a row, `{meals}` the columns of the meals.
///
/// @param filters by what rows can be chosen, and the expression each stands for
/// @param merchant the expression for whose rows they are; without one, whoever sees some merchants
///   only sees none of them
/// @param department then and today (`D-52`)
record Source(
        String sql,
        Days days,
        Map<Filter, String> filters,
        Optional<String> merchant,
        Optional<Department> department) {
    Source {
        filters = Map.copyOf(filters);
    }

    /// The expressions for where a person belonged when it happened, and belongs now.
    record Department(String then, String today) {}

    static Source of(Days days, String sql) {
        return new Source(sql, days, Map.of(), Optional.empty(), Optional.empty());
    }

    Source by(Filter filter, String expression) {
        var more = new EnumMap<Filter, String>(Filter.class);
        more.putAll(filters);
        more.put(filter, expression);
        return new Source(sql, days, more, merchant, department);
    }

    /// Rows belong to merchants.
    Source ofMerchant(String expression) {
        return new Source(sql, days, filters, Optional.of(expression), department)
                .by(Filter.MERCHANT, expression);
    }

    /// Rows belong to departments.
    Source ofDepartment(String then, String today) {
        return new Source(sql, days, filters, merchant, Optional.of(new Department(then, today)))
                .by(Filter.DEPARTMENT, "{department}")
                .by(Filter.OWN_DEPARTMENT, "{department}");
    }
}
