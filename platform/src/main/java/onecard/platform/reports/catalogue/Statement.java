package onecard.platform.reports.catalogue;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A statement put together from what a report declares and what somebody asked for. Only what is
/// declared becomes text; what was sent is bound.
///
/// @param columns those of the rows, laid out
record Statement(String sql, Map<String, @Nullable Object> params, List<Column> columns) {
    /// The sums: how many rows, and in how many a tie is torn.
    static final String ROWS = "row_count";

    static final String TORN = "torn_count";

    /// Puts the rows together that a source yields.
    static Statement of(Asked asked, Source source, Meals meals, String booked, ZoneId zone) {
        List<Column> declared = asked.report().columns();
        Days days = source.days();
        Days.Span span =
                days.spans().getOrDefault(asked.view(), days.spans().get(days.views().getFirst()));
        if (span == null) {
            throw new IllegalStateException(asked.report().name() + " has no days");
        }
        String sql =
                source.sql()
                        .replace("{filters}", conditions(asked, source))
                        .replace("{days}", span.condition())
                        .replace("{day}", span.day())
                        .replace("{meals}", meals.sql(declared))
                        .replace("{department}", department(asked, source));
        var params = new HashMap<String, @Nullable Object>();
        params.put("from", asked.from());
        params.put("to", asked.to());
        params.put("booked", booked);
        params.put("zone", zone.getId());
        params.put("scope", asked.scope().forSql());
        asked.filters().forEach((filter, value) -> params.put(filter.word(), value));
        return new Statement(sql, params, meals.layOut(declared));
    }

    private static String department(Asked asked, Source source) {
        return source.department()
                .map(where -> asked.todays() ? where.today() : where.then())
                .orElse("null");
    }

    private static String conditions(Asked asked, Source source) {
        String chosen =
                asked.filters().entrySet().stream()
                        .map(each ->
                                " and "
                                        + each.getKey()
                                                .condition(
                                                        source.filters()
                                                                .getOrDefault(
                                                                        each.getKey(), "null"),
                                                        each.getValue()))
                        .sorted()
                        .collect(Collectors.joining());
        return asked.scope().forSql() == null
                ? chosen
                : chosen
                        + source.merchant()
                                .map(merchant ->
                                        " and %s = any(cast(:scope as int[]))".formatted(merchant))
                                .orElse(" and false");
    }

    /// A piece of the rows, in order.
    Statement page(Report report, List<String> after, int limit) {
        List<Column> keys = keys(report);
        String order = keys.stream().map(key -> "r." + key.sql()).collect(Collectors.joining(", "));
        String texts =
                IntStream.range(0, keys.size())
                        .mapToObj(i ->
                                ", cast(r.%s as text) as key_%d".formatted(keys.get(i).sql(), i))
                        .collect(Collectors.joining());
        String beyond =
                after.isEmpty()
                        ? ""
                        : IntStream.range(0, keys.size())
                                .mapToObj(i ->
                                        "cast(:key%d as %s)".formatted(i, keys.get(i).type().sql()))
                                .collect(
                                        Collectors.joining(
                                                ", ", "\n where (" + order + ") > (", ")"));
        var more = new HashMap<String, @Nullable Object>(params);
        for (int i = 0; i < after.size(); i++) {
            more.put("key" + i, after.get(i));
        }
        more.put("limit", limit);
        return new Statement(
                "select %s%s\n  from (%s) r%s\n order by %s\n limit :limit"
                        .formatted(names(), texts, sql, beyond, order),
                more,
                columns);
    }

    /// All rows, in order.
    Statement all(Report report) {
        String order =
                keys(report).stream()
                        .map(key -> "r." + key.sql())
                        .collect(Collectors.joining(", "));
        return new Statement(
                "select %s\n  from (%s) r\n order by %s".formatted(names(), sql, order),
                params,
                columns);
    }

    /// The sums of the rows, and how many rows do not add up in themselves.
    Statement sums(Report report) {
        String torn =
                report.ties().isEmpty()
                        ? "0"
                        : report.ties().stream()
                                .map(tie -> torn(report, tie))
                                .collect(
                                        Collectors.joining(" or ", "count(*) filter (where ", ")"));
        String sums =
                columns.stream()
                        .filter(Column::summed)
                        .map(column -> ", coalesce(sum(r.%1$s), 0) as %1$s".formatted(column.sql()))
                        .collect(Collectors.joining());
        return new Statement(
                "select count(*) as %s, %s as %s%s\n  from (%s) r"
                        .formatted(ROWS, torn, TORN, sums, sql),
                params,
                columns);
    }

    /// The sums of some columns, of a source that has only these.
    Statement sumsOf(List<Column> some) {
        return new Statement(
                some.stream()
                        .map(column -> "coalesce(sum(r.%1$s), 0) as %1$s".formatted(column.sql()))
                        .collect(Collectors.joining(", ", "select ", "\n  from (" + sql + ") r")),
                params,
                some);
    }

    /// A part that stands once for every meal is the sum of its columns; one with a minus is taken
    /// away.
    private String torn(Report report, Report.Tie tie) {
        String parts =
                tie.parts().stream()
                        .flatMap(key -> {
                            if (key.startsWith("-")) {
                                return Stream.of("-r." + report.column(key.substring(1)).sql());
                            }
                            Column part = report.column(key);
                            return part.perMeal().isEmpty()
                                    ? Stream.of("r." + part.sql())
                                    : columns.stream()
                                            .filter(each -> each.group().isPresent())
                                            .filter(each -> each.sql().endsWith("_" + part.sql()))
                                            .map(each -> "r." + each.sql());
                        })
                        .collect(Collectors.joining(" + "));
        return "r.%s <> %s".formatted(report.column(tie.whole()).sql(), parts);
    }

    private String names() {
        return columns.stream().map(each -> "r." + each.sql()).collect(Collectors.joining(", "));
    }

    private static List<Column> keys(Report report) {
        return report.order().stream().map(report::column).toList();
    }
}
