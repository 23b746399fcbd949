package onecard.platform.purchases;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads `purchases.follow_up` for the list, newest first.
@Repository
class FollowUpPages {
    private static final String COLUMNS =
            """
            select id, found_at, fate, reasons, terminal, merchant, seq, at, terminal_at, mode,
                   instrument_kind, instrument, amount, offline, overdraft, amount_unsure, decided,
                   decided_number, account, number, booked_on, cash_after, done_at, done_by_name,
                   note
              from purchases.follow_up
            """;

    private static final String LIST =
            COLUMNS
                    + """
                     where (cast(:below as int) is null or id < :below)
                       and (cast(:open as boolean) is null or (done_at is null) = :open)
                       and (cast(:reason as text) is null or :reason = any (reasons))
                       and (cast(:terminal as int) is null or terminal = :terminal)
                       and (cast(:account as int) is null or account = :account)
                       and (cast(:scope as int[]) is null or merchant = any (:scope))
                     order by id desc
                     limit :limit
                    """;

    private static final String ONE =
            COLUMNS
                    + """
                     where id = :id and (cast(:scope as int[]) is null or merchant = any (:scope))
                    """;

    private final JdbcClient jdbc;

    FollowUpPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A record that somebody has to look at, as it stands in the list.
    record Row(
            int id,
            Instant foundAt,
            String fate,
            List<FollowUpReason> reasons,
            int terminal,
            int merchant,
            long seq,
            Instant at,
            Instant terminalAt,
            int mode,
            Paper paper,
            long amount,
            boolean offline,
            boolean overdraft,
            boolean amountUnsure,
            Optional<Long> decided,
            Optional<Long> decidedNumber,
            Optional<Integer> account,
            Optional<Long> number,
            Optional<LocalDate> bookedOn,
            Optional<Long> cashAfter,
            Optional<Settled> settled) {}

    /// Who settled it, when, and how.
    record Settled(Instant at, String byName, String note) {}

    /// What is looked for; what is empty does not matter.
    record Filter(
            Optional<Boolean> open,
            Optional<FollowUpReason> reason,
            Optional<Integer> terminal,
            Optional<Integer> account) {}

    List<Row> newest(
            Filter filter, Integer @Nullable [] scope, Optional<Integer> below, int limit) {
        return jdbc.sql(LIST)
                .param("below", below.orElse(null))
                .param("open", filter.open().orElse(null))
                .param("reason", filter.reason().map(Enum::name).orElse(null))
                .param("terminal", filter.terminal().orElse(null))
                .param("account", filter.account().orElse(null))
                .param("scope", scope)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    Optional<Row> find(int id, Integer @Nullable [] scope) {
        return jdbc.sql(ONE)
                .param("id", id)
                .param("scope", scope)
                .query((row, _) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("id"),
                moment(row, "found_at"),
                row.getString("fate"),
                reasons(row.getArray("reasons")),
                row.getInt("terminal"),
                row.getInt("merchant"),
                row.getLong("seq"),
                moment(row, "at"),
                moment(row, "terminal_at"),
                row.getInt("mode"),
                Paper.of(row.getInt("instrument_kind"), row.getBytes("instrument")),
                row.getLong("amount"),
                row.getBoolean("offline"),
                row.getBoolean("overdraft"),
                row.getBoolean("amount_unsure"),
                Optional.ofNullable(row.getObject("decided", Long.class)),
                Optional.ofNullable(row.getObject("decided_number", Long.class)),
                Optional.ofNullable(row.getObject("account", Integer.class)),
                Optional.ofNullable(row.getObject("number", Long.class)),
                Optional.ofNullable(row.getObject("booked_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("cash_after", Long.class)),
                settled(row));
    }

    private static List<FollowUpReason> reasons(Array names) throws SQLException {
        return List.of((String[]) names.getArray()).stream().map(FollowUpReason::valueOf).toList();
    }

    private static Optional<Settled> settled(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject("done_at", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(
                        new Settled(
                                at.toInstant(),
                                row.getString("done_by_name"),
                                row.getString("note")));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
