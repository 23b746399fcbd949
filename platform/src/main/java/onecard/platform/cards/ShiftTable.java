package onecard.platform.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `cards.shift`.
@Repository
class ShiftTable {
    private static final String COLUMNS =
            """
            select s.id, s.operator, s.operator_name, s.opened_at, s.opening_cash, s.closed_at,
                   s.counted_cash, s.expected_cash, s.remark
              from cards.shift s
            """;

    private static final String FIND =
            COLUMNS
                    + """
                     where s.id = :id
                    """;

    private static final String OPEN_OF =
            COLUMNS
                    + """
                     where s.operator = :operator and s.closed_at is null
                    """;

    /// Shared: operations of one shift do not wait for each other, its closing waits for them.
    private static final String JOIN =
            """
            select s.id
              from cards.shift s
             where s.operator = :operator and s.closed_at is null
               for share
            """;

    private static final String LOCK =
            OPEN_OF
                    + """
                       for update
                    """;

    private static final String LIST =
            COLUMNS
                    + """
                     where s.id < :before
                       and (cast(:operator as int) is null or s.operator = :operator)
                     order by s.id desc
                     limit :limit
                    """;

    private static final String OPEN =
            """
            insert into cards.shift (operator, operator_name, opened_at, opening_cash)
            values (:operator, :name, :at, :cash)
            on conflict do nothing
            """;

    private static final String CLOSE =
            """
            update cards.shift
               set closed_at = :at, counted_cash = :counted, expected_cash = :expected,
                   remark = :remark
             where id = :id
            """;

    private final JdbcClient jdbc;

    ShiftTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a shift was closed with.
    record Closing(Instant at, Money counted, Money expected) {}

    record Row(
            int id,
            int operator,
            String operatorName,
            Instant openedAt,
            Money opening,
            Optional<Closing> closing,
            String remark) {}

    Optional<Row> find(int id) {
        return jdbc.sql(FIND).param("id", id).query(ShiftTable::row).optional();
    }

    Optional<Row> openOf(int operator) {
        return jdbc.sql(OPEN_OF).param("operator", operator).query(ShiftTable::row).optional();
    }

    /// Returns the open shift of an operator, which cannot be closed before the transaction ends.
    Optional<Integer> join(int operator) {
        return jdbc.sql(JOIN)
                .param("operator", operator)
                .query((row, _) -> row.getInt("id"))
                .optional();
    }

    Optional<Row> lock(int operator) {
        return jdbc.sql(LOCK).param("operator", operator).query(ShiftTable::row).optional();
    }

    List<Row> list(Optional<Integer> operator, int before, int limit) {
        return jdbc.sql(LIST)
                .param("operator", operator.orElse(null), java.sql.Types.INTEGER)
                .param("before", before)
                .param("limit", limit)
                .query(ShiftTable::row)
                .list();
    }

    boolean open(int operator, String name, Instant at, Money cash) {
        return jdbc.sql(OPEN)
                        .param("operator", operator)
                        .param("name", name)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("cash", cash.cents())
                        .update()
                == 1;
    }

    void close(int id, Closing closing, String remark) {
        jdbc.sql(CLOSE)
                .param("id", id)
                .param("at", closing.at().atOffset(ZoneOffset.UTC))
                .param("counted", closing.counted().cents())
                .param("expected", closing.expected().cents())
                .param("remark", remark)
                .update();
    }

    private static Row row(ResultSet row, int ignored) throws SQLException {
        var closedAt =
                Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
        long counted = row.getLong("counted_cash");
        long expected = row.getLong("expected_cash");
        return new Row(
                row.getInt("id"),
                row.getInt("operator"),
                row.getString("operator_name"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                Money.ofCents(row.getLong("opening_cash")),
                closedAt.map(
                        at -> new Closing(at, Money.ofCents(counted), Money.ofCents(expected))),
                row.getString("remark"));
    }
}
