package onecard.platform.reports.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import onecard.platform.system.Page;
import onecard.platform.system.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads reports: a piece of the rows, all rows one by one, the sums with their proof.
@Component
class ReportReader {
    private static final Logger LOG = LoggerFactory.getLogger(ReportReader.class);

    /// So many rows of a long report are on their way at once.
    private static final int FETCH_ROWS = 1_000;

    private static final String BOOKED =
            """
            select cast(array_agg(distinct booked_on) as text) as days
              from reporting.takings
             where business_day between :from and :to
            """;

    private static final String BOOKS_ARE_BAD =
            """
            select count(*) filter (where bad_check is not null) > 0
              from reporting.books
            """;

    private final ReportDatabase database;
    private final Messages messages;
    private final Settings settings;

    ReportReader(ReportDatabase database, Messages messages, Settings settings) {
        this.database = database;
        this.messages = messages;
        this.settings = settings;
    }

    /// A row and the place after it.
    private record Placed(List<@Nullable Object> cells, String place) {}

    /// Reads a piece of the rows.
    Page<List<@Nullable Object>> page(Asked asked, List<String> after, int limit) {
        Page<Placed> page =
                database.asOfNow(jdbc -> {
                    Statement rows =
                            statement(jdbc, asked, asked.report().source(), meals(jdbc, asked))
                                    .page(asked.report(), after, limit + 1);
                    Cells cells = cells(asked);
                    return Page.cut(
                            jdbc.sql(rows.sql())
                                    .params(rows.params())
                                    .query((row, _) -> placed(row, rows, cells, asked.report()))
                                    .list(),
                            limit,
                            Placed::place);
                });
        return page.map(Placed::cells);
    }

    private static Placed placed(ResultSet row, Statement rows, Cells cells, Report report)
            throws SQLException {
        var keys = new ArrayList<String>();
        for (int i = 0; i < report.order().size(); i++) {
            keys.add(row.getString("key_" + i));
        }
        return new Placed(cells.row(row, rows.columns()), Cursor.of(keys));
    }

    /// Adds the rows up, and looks whether that may be believed.
    Sums sums(Asked asked) {
        return database.asOfNow(jdbc -> sums(jdbc, asked, meals(jdbc, asked)));
    }

    /// Returns the columns as they are laid out, meals and all.
    List<Column> columns(Report report, Language language) {
        return database.asOfNow(jdbc ->
                Meals.read(jdbc, language, messages.say(language, "reports.other-meal"))
                        .layOut(report.columns()));
    }

    /// A report on its way into a file.
    record Whole(List<Column> columns, Sums sums) {}

    /// Hands all rows over, with their sums before them, all as of one moment.
    Sums all(Asked asked, Consumer<Whole> begin, Consumer<List<@Nullable Object>> each) {
        return database.asOfNow(jdbc -> {
            Meals meals = meals(jdbc, asked);
            Sums sums = sums(jdbc, asked, meals);
            Statement rows =
                    statement(jdbc, asked, asked.report().source(), meals).all(asked.report());
            begin.accept(new Whole(rows.columns(), sums));
            Cells cells = cells(asked);
            jdbc.sql(rows.sql())
                    .params(rows.params())
                    .withFetchSize(FETCH_ROWS)
                    .query(row -> {
                        each.accept(cells.row(row, rows.columns()));
                    });
            return sums;
        });
    }

    private Sums sums(JdbcClient jdbc, Asked asked, Meals meals) {
        Report report = asked.report();
        Statement own = statement(jdbc, asked, report.source(), meals);
        Statement added = own.sums(report);
        var sums = new HashMap<String, Long>();
        long[] counts =
                jdbc.sql(added.sql())
                        .params(added.params())
                        .query((row, _) -> {
                            sums.putAll(figures(row, added.columns()));
                            return new long[] {
                                row.getLong(Statement.ROWS), row.getLong(Statement.TORN)
                            };
                        })
                        .single();
        Optional<Sums.Trouble> trouble =
                counts[1] > 0 ? Optional.of(Sums.Trouble.TORN) : trouble(jdbc, asked, meals, sums);
        trouble.ifPresent(what ->
                LOG.error(
                        "report-does-not-add report={} from={} to={} view={} trouble={}",
                        report.name(),
                        asked.from(),
                        asked.to(),
                        asked.view(),
                        what));
        return new Sums(counts[0], sums, trouble);
    }

    private Optional<Sums.Trouble> trouble(
            JdbcClient jdbc, Asked asked, Meals meals, Map<String, Long> sums) {
        Report report = asked.report();
        if (report.ofBooks() && jdbc.sql(BOOKS_ARE_BAD).query(Boolean.class).single()) {
            return Optional.of(Sums.Trouble.BOOKS);
        }
        Optional<Report.Proof> proof = report.proof().filter(each -> knows(each, asked));
        if (proof.isEmpty()) {
            return Optional.empty();
        }
        List<Column> proved = proof.get().columns().stream().map(report::column).toList();
        Statement other = statement(jdbc, asked, proof.get().source(), meals).sumsOf(proved);
        Map<String, Long> theirs =
                jdbc.sql(other.sql())
                        .params(other.params())
                        .query((row, _) -> figures(row, proved))
                        .single();
        boolean same =
                theirs.entrySet().stream()
                        .allMatch(each -> each.getValue().equals(sums.get(each.getKey())));
        return same ? Optional.empty() : Optional.of(Sums.Trouble.UNPROVED);
    }

    private static boolean knows(Report.Proof proof, Asked asked) {
        return proof.source().filters().keySet().containsAll(asked.filters().keySet())
                && (asked.scope().forSql() == null || proof.source().merchant().isPresent());
    }

    private static Map<String, Long> figures(ResultSet row, List<Column> columns)
            throws SQLException {
        var figures = new HashMap<String, Long>();
        for (Column column : columns) {
            if (column.summed()) {
                figures.put(column.key(), row.getLong(column.sql()));
            }
        }
        return figures;
    }

    private Statement statement(JdbcClient jdbc, Asked asked, Source source, Meals meals) {
        ZoneId zone = settings.current().zone();
        Statement put = Statement.of(asked, source, meals, "{}", zone);
        if (!put.sql().contains(":booked")) {
            return put;
        }
        String days =
                jdbc.sql(BOOKED)
                        .param("from", asked.from())
                        .param("to", asked.to())
                        .query((row, _) -> Optional.ofNullable(row.getString("days")))
                        .single()
                        .orElse("{}");
        return Statement.of(asked, source, meals, days, zone);
    }

    private Meals meals(JdbcClient jdbc, Asked asked) {
        return Meals.read(
                jdbc, asked.language(), messages.say(asked.language(), "reports.other-meal"));
    }

    private Cells cells(Asked asked) {
        return new Cells(messages, asked.language(), settings.current().zone());
    }
}
