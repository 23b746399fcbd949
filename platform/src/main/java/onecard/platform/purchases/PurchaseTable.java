package onecard.platform.purchases;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.database.Columns;
import onecard.platform.ledger.Tray;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Owns `purchases.purchase`, the purchase journal. Rows are only inserted.
@Repository
class PurchaseTable {
    private static final String INSERT =
            """
            insert into purchases.purchase (
                number, seq, at, terminal_at, booked_at, keyed, gross, discount, surcharge, net, cash, subsidy,
                cash_after, subsidy_after, limit_value, used, left_over, undoes, booked_on, business_day,
                undoes_on, terminal, merchant, outlet, account, account_version, card_issue, department, meal,
                rule, surcharge_rule, person_group, kind, result, mode, limit_window, instrument_kind, instrument)
            select n.number, n.seq,
                   timestamptz '1970-01-01 00:00:00+00' + n.at * interval '1 microsecond',
                   timestamptz '1970-01-01 00:00:00+00' + n.terminal_at * interval '1 microsecond',
                   ?::timestamptz,
                   n.keyed, n.gross, n.discount, n.surcharge, n.net, n.cash, n.subsidy, n.cash_after,
                   n.subsidy_after, n.limit_value, n.used, n.left_over, n.undoes,
                   date '1970-01-01' + n.booked_on, date '1970-01-01' + n.business_day,
                   date '1970-01-01' + n.undoes_on, n.terminal, n.merchant, n.outlet, n.account,
                   n.account_version, n.card_issue, n.department, n.meal, n.rule, n.surcharge_rule,
                   n.person_group, n.kind, n.result, n.mode, n.limit_window, n.instrument_kind, n.instrument
              from (select unnest(?) as number, unnest(?) as seq, unnest(?) as at,
                           unnest(?) as terminal_at, unnest(?) as keyed, unnest(?) as gross,
                           unnest(?) as discount, unnest(?) as surcharge, unnest(?) as net,
                           unnest(?) as cash, unnest(?) as subsidy, unnest(?) as cash_after,
                           unnest(?) as subsidy_after, unnest(?) as limit_value, unnest(?) as used,
                           unnest(?) as left_over, unnest(?) as undoes, unnest(?) as booked_on,
                           unnest(?) as business_day, unnest(?) as undoes_on, unnest(?) as terminal,
                           unnest(?) as merchant, unnest(?) as outlet, unnest(?) as account,
                           unnest(?) as account_version, unnest(?) as card_issue,
                           unnest(?) as department, unnest(?) as meal, unnest(?) as rule,
                           unnest(?) as surcharge_rule, unnest(?) as person_group, unnest(?) as kind,
                           unnest(?) as result, unnest(?) as mode, unnest(?) as limit_window,
                           unnest(?) as instrument_kind, unnest(?) as instrument) as n
            """;

    private static final String LOOK =
            """
            select p.*, v.purchase is not null as is_voided, d.cash as cash_more,
                   d.subsidy as subsidy_more
              from (select unnest(?) as terminal, unnest(?) as seq) as k
              join purchases.claim c on c.terminal = k.terminal and c.seq = k.seq
              join purchases.purchase p on p.booked_on = c.booked_on and p.number = c.number
              left join purchases.voided v on v.purchase = c.number
             cross join lateral (select coalesce(sum(e.cash), 0)::bigint as cash,
                                        coalesce(sum(e.subsidy), 0)::bigint as subsidy
                                   from purchases.correction e
                                  where e.purchase = c.number) d
            """;

    private static final String PREPARE_MONTH = "select purchases.prepare_month(?)";

    private final JdbcTemplate jdbc;

    PurchaseTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Finds what was decided under these numbers.
    Map<Claim, Earlier> look(Collection<Claim> claims) {
        int[] terminals = claims.stream().mapToInt(Claim::terminal).toArray();
        long[] seqs = claims.stream().mapToLong(Claim::seq).toArray();
        var found = new HashMap<Claim, Earlier>();
        jdbc.query(
                LOOK,
                statement -> {
                    statement.setObject(1, terminals);
                    statement.setObject(2, seqs);
                },
                row -> {
                    JournalRow read = RowReader.read(row);
                    Bill charged =
                            read.bill()
                                    .plus(
                                            Money.ofCents(row.getLong("cash_more")),
                                            Money.ofCents(row.getLong("subsidy_more")));
                    found.put(
                            read.claim(), new Earlier(read, row.getBoolean("is_voided"), charged));
                });
        return found;
    }

    /// Makes the partition of that day's month, if it is not there.
    void prepareMonth(LocalDate day) {
        jdbc.query(PREPARE_MONTH, statement -> statement.setObject(1, day), _ -> {});
    }

    void insert(Tray tray, List<JournalRow> rows) {
        ConnectionCallback<Integer> work =
                connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                        insert.setObject(1, moment(tray.bookedAt()));
                        var columns = new Columns<>(insert, 1, rows);
                        bindMoney(columns);
                        bindLimits(columns);
                        bindPeople(columns);
                        return insert.executeUpdate();
                    }
                };
        jdbc.execute(work);
    }

    private static void bindMoney(Columns<JournalRow> columns) throws SQLException {
        columns.longs(JournalRow::number)
                .longs(row -> row.claim().seq())
                .micros(JournalRow::at)
                .optionalLongs(row -> row.terminalAt().map(PurchaseTable::micros))
                .longs(row -> row.content().keyed().cents())
                .longs(row -> row.bill().gross().cents())
                .longs(row -> row.bill().discount().cents())
                .longs(row -> row.bill().surcharge().cents())
                .longs(row -> row.bill().net().cents())
                .longs(row -> row.bill().cash().cents())
                .longs(row -> row.bill().subsidy().cents())
                .optionalLongs(row -> row.who().map(who -> who.cashAfter().cents()))
                .optionalLongs(row -> row.who().map(who -> who.subsidyAfter().cents()));
    }

    private static void bindLimits(Columns<JournalRow> columns) throws SQLException {
        columns.optionalLongs(row -> reached(row).map(Outcome.Bound::limit))
                .optionalLongs(row -> reached(row).map(Outcome.Bound::used))
                .optionalLongs(row -> reached(row).map(Outcome.Bound::left))
                .optionalLongs(row -> row.undoes().map(JournalRow.Undone::number))
                .days(JournalRow::bookedOn)
                .days(row -> row.day().businessDay())
                .optionalDays(row -> row.undoes().map(JournalRow.Undone::bookedOn));
    }

    private static void bindPeople(Columns<JournalRow> columns) throws SQLException {
        columns.ints(row -> row.place().terminal())
                .ints(row -> row.place().merchant())
                .optionalInts(row -> row.place().outlet())
                .optionalInts(row -> row.who().map(who -> who.account().value()))
                .optionalInts(row -> row.who().map(JournalRow.Who::version))
                .optionalInts(row -> row.who().flatMap(JournalRow.Who::cardIssue))
                .optionalInts(row -> row.who().map(JournalRow.Who::department))
                .optionalInts(row -> row.day().meal())
                .optionalInts(row -> row.bound().map(Outcome.Bound::rule).filter(rule -> rule > 0))
                .optionalInts(row -> row.bill().surchargeRule())
                .optionalInts(row -> row.who().flatMap(JournalRow.Who::group))
                .shorts(row -> row.kind().code())
                .shorts(row -> row.refusal().map(Refusal::code).orElse(0))
                .shorts(row -> Codes.of(row.content().mode()))
                .optionalInts(row -> reached(row).flatMap(Outcome.Bound::window).map(Codes::of))
                .shorts(row -> row.content().paper().kind())
                .bytes(row -> row.content().paper().bytes());
    }

    /// The limit that refused a row; a rule that only priced it has none.
    private static Optional<Outcome.Bound> reached(JournalRow row) {
        return row.refusal().isEmpty() ? Optional.empty() : row.bound();
    }

    private static long micros(Instant at) {
        return Columns.micros(at);
    }

    /// As exact as the arrays are.
    private static OffsetDateTime moment(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
