package onecard.platform.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import onecard.platform.cards.Cards;
import onecard.platform.people.PersonId;
import onecard.platform.system.DailyJob;
import onecard.platform.system.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Goes through all cards once a day: cards expire without anybody's doing, and a site that had
/// cards before it had lists gets them. It can be broken off anywhere and run again.
@Component
class ListUpkeep implements DailyJob {
    /// How many people one transaction takes: desks wait so long.
    static final int CHUNK = 1_000;

    /// After so long a version is forgotten; a terminal that was away longer gets the whole list.
    static final Duration VERSIONS_KEPT = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(ListUpkeep.class);

    private final Cards cards;
    private final ListKeeper keeper;
    private final ListChangeTable changes;
    private final Settings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ListUpkeep(
            Cards cards,
            ListKeeper keeper,
            ListChangeTable changes,
            Settings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.cards = cards;
        this.keeper = keeper;
        this.changes = changes;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "card-lists";
    }

    /// A little after the business day begins, when yesterday's cards are surely over.
    @Override
    public LocalTime from() {
        return settings.current().dayStart().plusMinutes(2);
    }

    @Override
    public void run(LocalDate day) {
        int people = 0;
        int after = 0;
        List<PersonId> some;
        do {
            some = cards.holders(after, CHUNK);
            if (!some.isEmpty()) {
                settle(some);
                people += some.size();
                after = some.getLast().value();
            }
        } while (some.size() == CHUNK);
        int forgotten = changes.forget(clock.instant().minus(VERSIONS_KEPT));
        LOG.info("card-lists-checked people={} versions-forgotten={}", people, forgotten);
    }

    private void settle(List<PersonId> people) {
        transaction.executeWithoutResult(_ -> {
            var _ = keeper.settle(people);
        });
    }
}
