package onecard.platform.purchases;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Ledger;
import onecard.platform.rules.Counter;
import onecard.platform.rules.Limit;
import onecard.platform.rules.LimitsChanged;
import onecard.platform.rules.Occasion;
import onecard.platform.rules.Span;
import onecard.platform.rules.UsedUp;
import onecard.platform.system.Settings;
import onecard.vocabulary.Window;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Starts a new limit with what was already bought in its running window, in the transaction that
/// changes the rules. No tray runs meanwhile: those under way end first, new ones begin with the
/// new rules.
@Component
class LimitOpening {
    private static final int ACCOUNTS_AT_ONCE = 2_000;

    private final BoughtTable bought;
    private final RulebookLatch latch;
    private final Ledger ledger;
    private final Settings settings;
    private final InstantSource clock;

    LimitOpening(
            BoughtTable bought,
            RulebookLatch latch,
            Ledger ledger,
            Settings settings,
            InstantSource clock) {
        this.bought = bought;
        this.latch = latch;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void start(LimitsChanged change) {
        if (change.opened().isEmpty()) {
            return;
        }
        latch.hold();
        ZoneId zone = settings.current().zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate earliest =
                change.opened().stream()
                        .map(opened -> begin(opened.limit().window(), today))
                        .min(LocalDate::compareTo)
                        .orElse(today);
        SortedMap<AccountId, Map<Counter, UsedUp>> started = new TreeMap<>();
        bought.forEach(
                earliest,
                zone,
                purchase -> {
                    for (LimitsChanged.Opened opened : change.opened()) {
                        Occasion occasion = purchase.occasion();
                        Limit limit = opened.limit();
                        if (!occasion.businessDay().isBefore(begin(limit.window(), today))
                                && change.book().counts(opened.rule(), occasion)) {
                            started.computeIfAbsent(purchase.account(), _ -> new HashMap<>())
                                    .merge(
                                            new Counter(
                                                    limit.id(), Span.of(limit.window(), occasion)),
                                            UsedUp.NOTHING.plus(purchase.net()),
                                            (before, _) -> before.plus(purchase.net()));
                        }
                    }
                });
        write(started);
    }

    /// The first business day a window that runs today can hold. A meal that crosses midnight is of
    /// the day before.
    private static LocalDate begin(Window window, LocalDate today) {
        LocalDate eve = today.minusDays(1);
        return switch (window) {
            case PURCHASE, MEAL, DAY -> eve;
            case WEEK -> eve.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> eve.withDayOfMonth(1);
        };
    }

    /// Account by account in the order of the locks, some thousands at once.
    private void write(SortedMap<AccountId, Map<Counter, UsedUp>> started) {
        var waiting = new ArrayList<>(started.keySet());
        for (int from = 0; from < waiting.size(); from += ACCOUNTS_AT_ONCE) {
            int to = Math.min(from + ACCOUNTS_AT_ONCE, waiting.size());
            Ledger.Rows locked = ledger.lockWithNotes(waiting.subList(from, to));
            Map<AccountId, byte[]> notes = new HashMap<>();
            locked.notes()
                    .forEach((account, note) -> {
                        List<Usages.Count> begun = new ArrayList<>();
                        Map<Counter, UsedUp> counts = started.getOrDefault(account, Map.of());
                        counts.forEach(
                                (counter, used) -> begun.add(new Usages.Count(counter, used)));
                        notes.put(account, Usages.of(note).started(begun).stored());
                    });
            ledger.note(notes);
        }
    }
}
