package onecard.platform.purchases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import onecard.platform.ledger.AccountId;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import org.jspecify.annotations.Nullable;

/// Reads a row of the purchase journal back into the value it was written from.
final class RowReader {
    private RowReader() {}

    static JournalRow read(ResultSet row) throws SQLException {
        int result = row.getInt("result");
        return new JournalRow(
                row.getLong("number"),
                day(row, "booked_on"),
                JournalRow.Kind.ofCode(row.getInt("kind")),
                new Claim(row.getInt("terminal"), row.getLong("seq")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                moment(row, "terminal_at"),
                new JournalRow.Content(
                        Codes.mode(row.getInt("mode")),
                        Paper.of(row.getInt("instrument_kind"), row.getBytes("instrument")),
                        money(row, "keyed")),
                new Place(
                        row.getInt("terminal"),
                        row.getInt("merchant"),
                        optionalInt(row, "outlet"),
                        true),
                new JournalRow.MealDay(day(row, "business_day"), optionalInt(row, "meal")),
                who(row),
                bill(row),
                result == 0 ? Optional.empty() : Optional.of(Refusal.ofCode(result)),
                bound(row),
                undone(row));
    }

    private static Bill bill(ResultSet row) throws SQLException {
        return new Bill(
                money(row, "gross"),
                money(row, "discount"),
                money(row, "surcharge"),
                money(row, "net"),
                money(row, "cash"),
                money(row, "subsidy"),
                optionalInt(row, "surcharge_rule"));
    }

    private static Optional<JournalRow.Who> who(ResultSet row) throws SQLException {
        Optional<Integer> account = optionalInt(row, "account");
        if (account.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new JournalRow.Who(
                        new AccountId(account.get()),
                        row.getInt("account_version"),
                        optionalInt(row, "card_issue"),
                        optionalInt(row, "person_group"),
                        row.getInt("department"),
                        money(row, "cash_after"),
                        money(row, "subsidy_after")));
    }

    private static Optional<Outcome.Bound> bound(ResultSet row) throws SQLException {
        int rule = row.getInt("rule");
        long limit = row.getLong("limit_value");
        boolean limited = !row.wasNull();
        if (rule == 0 && !limited) {
            return Optional.empty();
        }
        return Optional.of(
                new Outcome.Bound(
                        rule,
                        "",
                        optionalInt(row, "limit_window").map(Codes::window),
                        limit,
                        row.getLong("used"),
                        row.getLong("left_over")));
    }

    private static Optional<JournalRow.Undone> undone(ResultSet row) throws SQLException {
        long number = row.getLong("undoes");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new JournalRow.Undone(number, day(row, "undoes_on")));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofCents(row.getLong(column));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    private static Optional<Integer> optionalInt(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
