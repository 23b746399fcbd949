package onecard.benchmarks;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.GroupId;
import onecard.platform.people.Groups;
import onecard.platform.rules.Pricing;
import onecard.platform.rules.RuleDraft;
import onecard.platform.rules.Rules;
import onecard.platform.system.SiteSettings;
import onecard.platform.terminals.NewTerminal;
import onecard.platform.terminals.TerminalDesk;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import onecard.vocabulary.Window;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A site to measure on: 20 groups, 12 rules, 20 merchants, 1,000 terminals, and as many people as
/// asked for, each with a card and money. People and their opening entries are written by the owner
/// of the tables in a few statements; everything else through the rooms' own doors.
final class BenchSite {
    static final int TERMINALS = 1_000;

    /// Less than any meal costs, so that the other purse has to help.
    static final int SUBSIDY_CENTS = 400;

    private static final int GROUPS = 20;
    private static final int MERCHANTS = 20;
    private static final int CARD_BASE = 0x10_00_00_00;
    private static final long LIMIT_PER_PURCHASE_CENTS = 50_000;

    private static final List<String> PEOPLE =
            List.of(
                    """
                    insert into people.person (id, person_no, name, pinyin, initials, name_parts, department,
                                               person_group, face_enrol_no, entered_at)
                    overriding system value
                    select i, lpad(i::text, 8, '0'), 'Person ' || i, 'person', 'p', '{}',
                           (select min(id) from people.department), g.ids[1 + i % cardinality(g.ids)],
                           lpad(i::text, 8, '0'), timestamptz '2026-01-01 00:00:00+00'
                      from generate_series(1, :people) i,
                           (select array_agg(id order by id) as ids from people.person_group) g
                    """,
                    """
                    insert into cards.account_state (person, state, opened_at, changed_at)
                    select i, 'OPEN', timestamptz '2026-01-01 00:00:00+00', timestamptz '2026-01-01 00:00:00+00'
                      from generate_series(1, :people) i
                    """,
                    """
                    insert into cards.card_issue (uid, issue_no, person, state, valid_until, issued_at, latest)
                    select int4send(:cardBase + i), 1, i, 'ISSUED', date '2099-12-31',
                           timestamptz '2026-01-01 00:00:00+00', true
                      from generate_series(1, :people) i
                    """);

    /// The opening balances as entries of a strand that no node has, so that the books balance:
    /// much cash for everybody, and for every second one a subsidy of [#SUBSIDY_CENTS].
    private static final List<String> MONEY =
            List.of(
                    "select ledger.month_partition('ledger.entry', :day)",
                    """
                    insert into ledger.entry (number, debit, credit, cents, cause, at, booked_at, cash_after,
                                              subsidy_after, booked_on, account, version, kind)
                    select (2047::bigint << 52) | ((1 + i / 16000)::bigint << 14) | (i % 16000),
                           -(6::bigint << 32), i::bigint * 8, 400000000, 0, at.t, at.t, 400000000, 0, :day, i, 1, 1
                      from generate_series(1, :people) i, (select :day::timestamptz as t) at
                    """,
                    """
                    insert into ledger.entry (number, debit, credit, cents, cause, at, booked_at, cash_after,
                                              subsidy_after, prev_on, prev_number, booked_on, account, version, kind)
                    select (2046::bigint << 52) | ((1 + i / 16000)::bigint << 14) | (i % 16000),
                           -(3::bigint << 32), i::bigint * 8 + 1, :subsidy, 0, at.t, at.t, 400000000, :subsidy, :day,
                           (2047::bigint << 52) | ((1 + i / 16000)::bigint << 14) | (i % 16000), :day, i, 2, 2
                      from generate_series(1, :people) i, (select :day::timestamptz as t) at
                     where i % 2 = 0
                    """,
                    """
                    insert into ledger.account (id, version, cash, subsidy, last_on, last_number)
                    select i, case when i % 2 = 0 then 2 else 1 end, 400000000,
                           case when i % 2 = 0 then :subsidy else 0 end, :day,
                           ((case when i % 2 = 0 then 2046 else 2047 end)::bigint << 52)
                           | ((1 + i / 16000)::bigint << 14) | (i % 16000)
                      from generate_series(1, :people) i
                    """);

    /// Made once: the load generator shall cost little.
    private static final List<SerialNo> SERIALS =
            IntStream.range(0, TERMINALS)
                    .mapToObj(terminal -> new SerialNo("BENCH-%04d".formatted(terminal)))
                    .toList();

    private final int people;

    BenchSite(int people) {
        this.people = people;
    }

    int people() {
        return people;
    }

    CardUid card(int person) {
        return CardUid.of(ByteBuffer.allocate(Integer.BYTES).putInt(CARD_BASE + person).array());
    }

    static SerialNo serial(int terminal) {
        return SERIALS.get(terminal);
    }

    /// Writes everybody; a table with a marker of another size is not touched again.
    void writePeople(JdbcClient owner, LocalDate day) {
        for (String sql : PEOPLE) {
            owner.sql(sql).param("people", people).param("cardBase", CARD_BASE).update();
        }
        for (String sql : MONEY) {
            var statement =
                    owner.sql(sql)
                            .param("people", people)
                            .param("day", day)
                            .param("subsidy", SUBSIDY_CENTS);
            if (sql.startsWith("select")) {
                statement.query((_, _) -> true).list();
            } else {
                statement.update();
            }
        }
        owner.sql("vacuum analyze").update();
    }

    /// The doors through which the rest of the site is made.
    record Doors(Groups groups, Merchants merchants, TerminalDesk terminals, Rules rules) {}

    static void writeGroups(Groups groups) {
        for (int i = 0; i < GROUPS; i++) {
            groups.add("B" + i, "Bench group " + i, 100 + i);
        }
    }

    /// @return the terminals with their keys
    static List<TerminalDesk.Registered> writePlacesAndRules(Doors doors, int terminals) {
        var registered = new ArrayList<TerminalDesk.Registered>();
        var merchants = new ArrayList<MerchantId>();
        for (int i = 0; i < MERCHANTS; i++) {
            merchants.add(doors.merchants().add("Bench merchant " + i).id());
        }
        for (int i = 0; i < terminals; i++) {
            Optional<MachineNo> number =
                    MachineNo.exists(i + 1) ? Optional.of(new MachineNo(i + 1)) : Optional.empty();
            registered.add(
                    doors.terminals()
                            .register(
                                    new NewTerminal(
                                            serial(i),
                                            number,
                                            "Bench " + i,
                                            merchants.get(i % MERCHANTS),
                                            Optional.empty())));
        }
        List<GroupId> groups = doors.groups().all().stream().map(g -> g.id()).toList();
        writeRules(doors.rules(), groups, merchants);
        return registered;
    }

    /// Few people who buy all the time would be refused for nothing else.
    static SiteSettings withoutRepeatInterval(SiteSettings site) {
        return new SiteSettings(
                site.unitName(),
                site.wording(),
                site.zone(),
                site.dayStart(),
                site.purseOrder(),
                Duration.ZERO,
                site.repeatFreeModeExempt(),
                site.maxBalance(),
                site.maxBalanceOf(),
                site.antiNfc(),
                site.cashierVoidWindow(),
                site.otherInstrumentsSurviveLoss(),
                site.undoWindow(),
                site.sessionIdle());
    }

    /// Twelve rules: counts per meal, week and month, money per purchase and day, discounts, and
    /// some of them at some merchants only. The limits are too high to refuse anybody but who wants
    /// 600.00 at once.
    private static void writeRules(Rules rules, List<GroupId> groups, List<MerchantId> merchants) {
        GroupId[] all = groups.toArray(GroupId[]::new);
        Map<Window, Integer> none = Map.of();
        Money much = Money.ofCents(1_000_000_000L);
        rules.add(limited("meal count", all, Map.of(Window.MEAL, 10_000), Map.of()));
        rules.add(limited("week count", all, Map.of(Window.WEEK, 10_000), Map.of()));
        rules.add(limited("month count", all, Map.of(Window.MONTH, 10_000), Map.of()));
        rules.add(limited("day amount", all, none, Map.of(Window.DAY, much)));
        rules.add(
                limited(
                        "per purchase",
                        all,
                        none,
                        Map.of(Window.PURCHASE, Money.ofCents(LIMIT_PER_PURCHASE_CENTS))));
        for (int i = 0; i < 3; i++) {
            rules.add(
                    RuleDraft.forGroups("discount " + i, all[i])
                            .priced(new Pricing.Discount(9_000 - i * 500)));
        }
        for (int i = 0; i < 4; i++) {
            rules.add(
                    limited("merchant day count " + i, all, Map.of(Window.DAY, 10_000), Map.of())
                            .at(Set.copyOf(merchants.subList(i * 5, i * 5 + 5)), Set.of()));
        }
    }

    private static RuleDraft limited(
            String name,
            GroupId[] groups,
            Map<Window, Integer> counts,
            Map<Window, Money> amounts) {
        return RuleDraft.forGroups(name, groups).limited(counts, amounts);
    }
}
