package onecard.platform.purchases;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onecard.platform.ledger.AccountId;
import onecard.platform.rules.Counter;
import onecard.platform.rules.Limit;
import onecard.platform.rules.LimitId;
import onecard.platform.rules.LimitsChanged;
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
    private final BoughtTable bought;
    private final UsageTable usages;
    private final RulebookLatch latch;
    private final Settings settings;
    private final InstantSource clock;

    LimitOpening(
            BoughtTable bought,
            UsageTable usages,
            RulebookLatch latch,
            Settings settings,
            InstantSource clock) {
        this.bought = bought;
        this.usages = usages;
        this.latch = latch;
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
        Map<AccountId, Map<LimitId, Usages.Count>> started = new HashMap<>();
        bought.newestFirst(
                earliest,
                zone,
                purchase -> {
                    for (LimitsChanged.Opened opened : change.opened()) {
                        if (change.book().counts(opened.rule(), purchase.occasion())) {
                            count(
                                    started.computeIfAbsent(
                                            purchase.account(), _ -> new HashMap<>()),
                                    opened.limit(),
                                    purchase);
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

    /// The newest purchase says which window is counted; older ones count if they lie in it.
    private static void count(
            Map<LimitId, Usages.Count> counts, Limit limit, BoughtTable.Row purchase) {
        var counter = new Counter(limit.id(), Span.of(limit.window(), purchase.occasion()));
        Usages.Count before = counts.get(limit.id());
        if (before == null) {
            counts.put(limit.id(), new Usages.Count(counter, new UsedUp(1, purchase.net())));
        } else if (before.counter().equals(counter)) {
            counts.put(limit.id(), new Usages.Count(counter, before.used().plus(purchase.net())));
        }
    }

    private void write(Map<AccountId, Map<LimitId, Usages.Count>> started) {
        if (started.isEmpty()) {
            return;
        }
        Map<AccountId, Usages> changed = new HashMap<>(usages.read(started.keySet()));
        started.forEach((account, counts) ->
                changed.merge(
                        account,
                        Usages.NOTHING.started(List.copyOf(counts.values())),
                        (before, _) -> before.started(List.copyOf(counts.values()))));
        usages.write(changed);
    }
}
