package onecard.platform.lists;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardIssue;
import onecard.platform.cards.CardSettings;
import onecard.platform.cards.CardState;
import onecard.platform.cards.CardWatch;
import onecard.platform.cards.Cards;
import onecard.platform.people.PersonId;
import onecard.platform.system.Settings;
import onecard.vocabulary.CardUid;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the lists as the cards are. It does not ask what was done at the desk, only how the cards
/// stand now, so that no transition can be forgotten and doing it again changes nothing:
///
/// | card and account | allow list | block list |
/// |---|---|---|
/// | issued, not expired, account open | if it is wished | no |
/// | anything else | no | yes |
///
/// All of it happens under the lock of the lists, taken before the cards are looked at: whoever
/// comes later sees what was done before, and versions become visible in their order.
@Service
class ListKeeper implements CardWatch {
    private final Cards cards;
    private final CardSettings parameters;
    private final Settings settings;
    private final ListTable lists;
    private final ListChangeTable changes;
    private final ListEntryTable entries;
    private final ListWishTable wishes;
    private final ListWatch watch;
    private final Clock clock;

    ListKeeper(
            Cards cards,
            CardSettings parameters,
            Settings settings,
            ListTables tables,
            ListWatch watch,
            Clock clock) {
        this.cards = cards;
        this.parameters = parameters;
        this.settings = settings;
        this.lists = tables.lists();
        this.changes = tables.changes();
        this.entries = tables.entries();
        this.wishes = tables.wishes();
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void changed(Set<PersonId> people) {
        var _ = settle(people);
    }

    /// Brings the lists in line with the cards of these people, in one version.
    @Transactional(propagation = Propagation.MANDATORY)
    Map<CardList, ListEntryTable.Counts> settle(Collection<PersonId> people) {
        var versions = lists.lock();
        return settle(people, versions);
    }

    /// Writes down by hand whether the cards in the hands of these people are to be on the allow
    /// list, and brings the lists in line.
    @Transactional(propagation = Propagation.MANDATORY)
    Wished wish(Collection<PersonId> people, boolean allowed) {
        var versions = lists.lock();
        var held = cards.heldBy(people);
        wishes.wish(held.values().stream().map(CardIssue::id).toList(), allowed, clock.instant());
        return new Wished(held, settle(people, versions));
    }

    /// What became of a wish.
    ///
    /// @param held the cards in people's hands, or lost
    record Wished(Map<CardUid, CardIssue> held, Map<CardList, ListEntryTable.Counts> counts) {}

    private Map<CardList, ListEntryTable.Counts> settle(
            Collection<PersonId> people, Map<CardList, Long> versions) {
        var issues = cards.latestOf(people);
        if (issues.isEmpty()) {
            return Map.of();
        }
        var now = clock.instant();
        var wanted = wanted(issues, now);
        var counts = new EnumMap<CardList, ListEntryTable.Counts>(CardList.class);
        wanted.forEach((list, cardsOfList) ->
                counts.put(list, put(list, versions.getOrDefault(list, 0L), cardsOfList, now)));
        return counts;
    }

    private Map<CardList, List<ListEntryTable.Wanted>> wanted(List<CardIssue> issues, Instant now) {
        var ids = issues.stream().map(CardIssue::id).toList();
        wishes.meet(ids, parameters.current().allowListAtIssue(), now);
        var allowed = wishes.read(ids);
        var accounts = cards.accountStates(issues.stream().map(CardIssue::person).toList());
        var today = settings.current().siteDay(now);
        var allow = new ArrayList<ListEntryTable.Wanted>(issues.size());
        var block = new ArrayList<ListEntryTable.Wanted>(issues.size());
        for (var issue : issues) {
            boolean good =
                    isGood(issue, today) && accounts.get(issue.person()) == AccountState.OPEN;
            boolean wished = allowed.getOrDefault(issue.id(), false);
            allow.add(new ListEntryTable.Wanted(issue.uid(), good && wished));
            block.add(new ListEntryTable.Wanted(issue.uid(), !good));
        }
        return Map.of(CardList.ALLOW, allow, CardList.BLOCK, block);
    }

    private static boolean isGood(CardIssue issue, LocalDate today) {
        return issue.state() == CardState.ISSUED && !issue.expiredOn(today);
    }

    private ListEntryTable.Counts put(
            CardList list, long before, List<ListEntryTable.Wanted> wanted, Instant now) {
        long version = Math.max(before + 1, now.toEpochMilli());
        var counts = entries.put(list, version, wanted);
        if (!counts.none()) {
            changes.add(list, version, now, counts);
            lists.changed(list, version, counts.added() - counts.removed(), now);
            watch.lookAfterCommit();
        }
        return counts;
    }
}
