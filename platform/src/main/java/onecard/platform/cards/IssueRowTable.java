package onecard.platform.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.vocabulary.CardUid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `cards.issue_row`.
@Repository
class IssueRowTable {
    private static final int AT_ONCE = 5_000;

    private static final String ADD =
            """
            insert into cards.issue_row (import, row, person, uid, valid_until)
            select :import, r.row, r.person, r.uid, r.until
              from unnest(:rows, :people, :uids, cast(:untils as date[]))
                   as r (row, person, uid, until)
            """;

    private static final String WAITING =
            """
            select row, person, uid, valid_until
              from cards.issue_row
             where import = :import and not done
             order by person
             limit :limit
               for update
            """;

    private static final String STANDING =
            """
            select row, person, uid, valid_until
              from cards.issue_row
             where import = :import and issue is not null and not undo_done
             order by person
             limit :limit
               for update
            """;

    private static final String DONE =
            """
            update cards.issue_row
               set done = true, problem = :problem, issue = :issue
             where import = :import and row = :row
            """;

    private static final String UNDONE =
            """
            update cards.issue_row
               set undo_done = true, undo_problem = :problem
             where import = :import and row = :row
            """;

    private static final String COUNT =
            """
            select count(*) as rows, count(*) filter (where done) as done,
                   count(issue) as issued, count(*) filter (where undo_done) as undo_done,
                   count(*) filter (where undo_done and undo_problem is null) as undone
              from cards.issue_row
             where import = :import
            """;

    private final JdbcClient jdbc;

    IssueRowTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A card for somebody.
    ///
    /// @param until the last day on which it is accepted; empty for the site's lifetime
    record Line(int row, PersonId person, CardUid uid, Optional<LocalDate> until) {}

    record Counts(int rows, int done, int issued, int undoDone, int undone) {}

    void add(int importId, List<Line> lines) {
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            var some = lines.subList(from, Math.min(lines.size(), from + AT_ONCE));
            jdbc.sql(ADD)
                    .param("import", importId)
                    .param("rows", some.stream().map(Line::row).toArray(Integer[]::new))
                    .param(
                            "people",
                            some.stream().map(one -> one.person().value()).toArray(Integer[]::new))
                    .param(
                            "uids",
                            some.stream().map(one -> one.uid().bytes()).toArray(byte[][]::new))
                    .param(
                            "untils",
                            some.stream()
                                    .map(one -> one.until().map(LocalDate::toString).orElse(null))
                                    .toArray(String[]::new))
                    .update();
        }
    }

    /// Returns the next rows for which nothing was done yet, locked.
    List<Line> waiting(int importId, int limit) {
        return lines(WAITING, importId, limit);
    }

    /// Returns the next rows whose card was issued and not yet taken back, locked.
    List<Line> standing(int importId, int limit) {
        return lines(STANDING, importId, limit);
    }

    private List<Line> lines(String sql, int importId, int limit) {
        return jdbc.sql(sql)
                .param("import", importId)
                .param("limit", limit)
                .query(IssueRowTable::line)
                .list();
    }

    void issued(int importId, int row, int issue) {
        jdbc.sql(DONE)
                .param("import", importId)
                .param("row", row)
                .param("problem", null, Types.VARCHAR)
                .param("issue", issue)
                .update();
    }

    void refused(int importId, int row, String problem) {
        jdbc.sql(DONE)
                .param("import", importId)
                .param("row", row)
                .param("problem", problem)
                .param("issue", null, Types.INTEGER)
                .update();
    }

    /// @param problem why the card could not be taken back
    void undone(int importId, int row, Optional<String> problem) {
        jdbc.sql(UNDONE)
                .param("import", importId)
                .param("row", row)
                .param("problem", problem.orElse(null), Types.VARCHAR)
                .update();
    }

    Counts count(int importId) {
        return jdbc.sql(COUNT)
                .param("import", importId)
                .query((row, _) ->
                        new Counts(
                                row.getInt("rows"),
                                row.getInt("done"),
                                row.getInt("issued"),
                                row.getInt("undo_done"),
                                row.getInt("undone")))
                .single();
    }

    private static Line line(ResultSet row, int ignored) throws SQLException {
        return new Line(
                row.getInt("row"),
                new PersonId(row.getInt("person")),
                CardUid.of(row.getBytes("uid")),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)));
    }
}
