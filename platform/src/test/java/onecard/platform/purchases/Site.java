package onecard.platform.purchases;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardIssue;
import onecard.platform.cards.CardState;
import onecard.platform.ledger.AccountId;
import onecard.platform.merchants.Hours;
import onecard.platform.merchants.Meal;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MealKind;
import onecard.platform.merchants.MealPeriod;
import onecard.platform.merchants.Timetable;
import onecard.platform.people.GroupId;
import onecard.platform.people.PersonId;
import onecard.platform.rules.Rule;
import onecard.platform.rules.Rulebook;
import onecard.platform.system.SiteSettings;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.SerialNo;
import org.jspecify.annotations.Nullable;

/// A small site for tests of the kitchen: what other rooms would say, in memory and changeable.
/// Breakfast is meal 1 (06:30 to 09:00), lunch 2 (11:00 to 13:30), dinner 3 (17:00 to 20:00).
final class Site {
    static final int BREAKFAST = 1;
    static final int LUNCH = 2;
    static final int DINNER = 3;

    private static final LocalDate ALWAYS = LocalDate.of(2020, 1, 1);
    private static final LocalDate LONG = LocalDate.of(2099, 12, 31);

    private final Map<SerialNo, Place> terminals = new ConcurrentHashMap<>();
    private final Map<CardUid, CardIssue> cards = new ConcurrentHashMap<>();
    private final Map<AccountId, Holder> holders = new ConcurrentHashMap<>();
    private final List<MealPeriod> periods = new ArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();
    private volatile SiteSettings settings = SiteSettings.defaults();
    private volatile Rulebook rulebook = Rulebook.EMPTY;
    private volatile @Nullable Timetable timetable;

    Site() {
        serve(BREAKFAST, Optional.empty(), "06:30", "09:00");
        serve(LUNCH, Optional.empty(), "11:00", "13:30");
        serve(DINNER, Optional.empty(), "17:00", "20:00");
    }

    // What is there.

    SiteSettings settings() {
        return settings;
    }

    Rulebook rulebook() {
        return rulebook;
    }

    synchronized Timetable timetable() {
        if (timetable == null) {
            var meals = new ArrayList<Meal>();
            for (int id : List.of(BREAKFAST, LUNCH, DINNER)) {
                meals.add(
                        new Meal(
                                new MealId(id),
                                "meal " + id,
                                Optional.empty(),
                                MealKind.OTHER,
                                id));
            }
            timetable = new Timetable(settings.zone(), settings.dayStart(), meals, periods);
        }
        return timetable;
    }

    Situation situation() {
        return new Situation(settings, rulebook, timetable(), this::place);
    }

    /// How often a card or a person changed.
    int changes() {
        return changes.get();
    }

    Optional<Place> place(SerialNo serial) {
        return Optional.ofNullable(terminals.get(serial));
    }

    Map<CardUid, CardIssue> cards(Collection<CardUid> uids) {
        return those(cards, uids);
    }

    Map<AccountId, Holder> holders(Collection<AccountId> accounts) {
        return those(holders, accounts);
    }

    private static <K, V> Map<K, V> those(Map<K, V> all, Collection<K> keys) {
        var found = new HashMap<K, V>();
        for (K key : keys) {
            @Nullable V value = all.get(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }

    /// Returns the card that a person gets first.
    static CardUid cardOf(int person) {
        return new CardUid("%08X".formatted(0x0400_0000 + person));
    }

    /// Returns the serial number of a terminal.
    static SerialNo serialOf(int terminal) {
        return new SerialNo("T-%05d".formatted(terminal));
    }

    // What can be said.

    synchronized void set(SiteSettings newSettings) {
        settings = newSettings;
        timetable = null;
    }

    void rules(Rule... rules) {
        rulebook = Rulebook.of(List.of(rules));
    }

    /// Lets a meal be served at other hours, everywhere or at one merchant.
    synchronized void serve(int meal, Optional<Integer> merchant, String from, String to) {
        Optional<onecard.platform.merchants.MerchantId> where =
                merchant.map(onecard.platform.merchants.MerchantId::new);
        periods.removeIf(p -> p.meal().value() == meal && p.merchant().equals(where));
        periods.add(
                new MealPeriod(
                        periods.size() + 1,
                        new MealId(meal),
                        where,
                        Optional.of(new Hours(LocalTime.parse(from), LocalTime.parse(to))),
                        ALWAYS));
        timetable = null;
    }

    /// Registers a terminal that is served.
    SerialNo terminal(int id, int merchant) {
        SerialNo serial = serialOf(id);
        terminals.put(serial, new Place(id, merchant, Optional.empty(), true));
        return serial;
    }

    void serve(SerialNo serial, boolean served) {
        terminals.computeIfPresent(
                serial, (_, p) -> new Place(p.terminal(), p.merchant(), p.outlet(), served));
    }

    /// Enters a person with an open account and a card.
    CardUid person(int number, Optional<Integer> group) {
        CardUid uid = cardOf(number);
        holders.put(
                new AccountId(number),
                new Holder(AccountState.OPEN, group.map(GroupId::new), 7, "张*" + number));
        cards.put(uid, issue(number, uid, CardState.ISSUED, LONG));
        return uid;
    }

    void card(CardUid uid, CardState state) {
        changes.incrementAndGet();
        cards.computeIfPresent(
                uid, (_, c) -> issue(c.person().value(), uid, state, c.validUntil()));
    }

    void validUntil(CardUid uid, LocalDate day) {
        changes.incrementAndGet();
        cards.computeIfPresent(uid, (_, c) -> issue(c.person().value(), uid, c.state(), day));
    }

    void account(int number, AccountState state) {
        changes.incrementAndGet();
        holders.computeIfPresent(
                new AccountId(number),
                (_, h) -> new Holder(state, h.group(), h.department(), h.maskedName()));
    }

    /// Gives a card to somebody else.
    void handOver(CardUid uid, int number) {
        changes.incrementAndGet();
        cards.put(uid, issue(number, uid, CardState.ISSUED, LONG));
    }

    void forget(int number) {
        changes.incrementAndGet();
        holders.remove(new AccountId(number));
    }

    private static CardIssue issue(int number, CardUid uid, CardState state, LocalDate until) {
        return new CardIssue(
                number, uid, new PersonId(number), state, until, java.time.Instant.EPOCH);
    }
}
