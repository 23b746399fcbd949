package onecard.platform.purchases;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import onecard.platform.database.Columns;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Writes `purchases.follow_up`: records that somebody has to look at.
@Repository
class FollowUpTable {
    /// A record that comes again is listed already.
    private static final String ADD =
            """
            insert into purchases.follow_up (
                found_at, fate, reasons, terminal, merchant, seq, at, terminal_at, mode, instrument_kind,
                instrument, amount, offline, overdraft, amount_unsure, decided, decided_number, account,
                number, booked_on, cash_after)
            select timestamptz '1970-01-01 00:00:00+00' + ?::bigint * interval '1 microsecond',
                   fate, string_to_array(reasons, ' '), terminal, merchant, seq,
                   timestamptz '1970-01-01 00:00:00+00' + at * interval '1 microsecond',
                   timestamptz '1970-01-01 00:00:00+00' + terminal_at * interval '1 microsecond',
                   mode, instrument_kind, instrument, amount, offline = 1, overdraft = 1,
                   amount_unsure = 1, decided, decided_number, account, number,
                   date '1970-01-01' + booked_on, cash_after
              from (select unnest(?) as fate, unnest(?) as reasons, unnest(?) as terminal,
                           unnest(?) as merchant, unnest(?) as seq, unnest(?) as at,
                           unnest(?) as terminal_at, unnest(?) as mode,
                           unnest(?) as instrument_kind, unnest(?) as instrument,
                           unnest(?) as amount, unnest(?) as offline, unnest(?) as overdraft,
                           unnest(?) as amount_unsure, unnest(?) as decided,
                           unnest(?) as decided_number, unnest(?) as account,
                           unnest(?) as number, unnest(?) as booked_on,
                           unnest(?) as cash_after) as f
             order by seq
            on conflict on constraint found_once do nothing
            """;

    /// Settled once: who was first stays.
    private static final String DONE =
            """
            update purchases.follow_up
               set done_at = ?, done_by = ?, done_by_name = ?, note = ?
             where id = ? and done_at is null
            """;

    private final JdbcTemplate jdbc;

    FollowUpTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<FollowUp> found, Instant at) {
        if (found.isEmpty()) {
            return;
        }
        ConnectionCallback<Integer> work =
                connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                        insert.setLong(1, Columns.micros(at));
                        bind(new Columns<>(insert, 1, found));
                        return insert.executeUpdate();
                    }
                };
        jdbc.execute(work);
    }

    /// Notes what was done about one; false if somebody did before.
    boolean settle(int id, int by, FollowUpPages.Settled how) {
        return jdbc.update(
                        DONE, how.at().atOffset(ZoneOffset.UTC), by, how.byName(), how.note(), id)
                == 1;
    }

    private static void bind(Columns<FollowUp> columns) throws SQLException {
        columns.texts(each -> each.fate().name())
                .texts(FollowUpTable::reasons)
                .ints(each -> each.place().terminal())
                .ints(each -> each.place().merchant())
                .longs(each -> each.record().seq())
                .micros(FollowUp::at)
                .micros(each -> each.record().terminalTime())
                .shorts(each -> Codes.of(each.record().mode()))
                .shorts(each -> each.record().content().paper().kind())
                .bytes(each -> each.record().content().paper().bytes())
                .longs(each -> each.record().amount().cents())
                .shorts(each -> each.record().offline() ? 1 : 0)
                .shorts(each -> each.record().overdraft() ? 1 : 0)
                .shorts(each -> each.record().amountUnsure() ? 1 : 0)
                .optionalLongs(each -> each.record().decided().map(d -> d.charged().cents()))
                .optionalLongs(each -> each.record().decided().map(SoldRecord.Decided::number))
                .optionalInts(each -> each.account().map(account -> account.value()))
                .optionalLongs(each -> each.row().map(FollowUp.Row::number))
                .optionalDays(each -> each.row().map(FollowUp.Row::bookedOn))
                .optionalLongs(each -> each.cashAfter().map(Money::cents));
    }

    private static String reasons(FollowUp found) {
        return found.reasons().stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }
}
