package onecard.platform.lists;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import onecard.platform.cards.CardIssue;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.platform.system.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts cards on the allow list and takes them off by hand (白名单下发与删除, `M-146`, `M-147`).
@Service
class AllowListDesk {
    private final ListKeeper keeper;
    private final People people;
    private final AuditTrail audit;

    AllowListDesk(ListKeeper keeper, People people, AuditTrail audit) {
        this.keeper = keeper;
        this.people = people;
        this.audit = audit;
    }

    /// What was done.
    ///
    /// @param changed how many cards came on the list, or left it
    /// @param unchanged how many stay as they were: there already, or not good, in which case they
    ///   come on the list as soon as they are
    /// @param without who has no card
    record Done(int changed, int unchanged, List<Integer> without) {}

    @Transactional
    Done put(Collection<PersonId> wanted, boolean listed) {
        var wished = keeper.wish(wanted, listed);
        var counts = wished.counts().getOrDefault(CardList.ALLOW, new ListEntryTable.Counts(0, 0));
        int changed = listed ? counts.added() : counts.removed();
        var holders =
                new HashSet<>(wished.held().values().stream().map(CardIssue::person).toList());
        audit.record(
                listed ? "lists.allowed" : "lists.not-allowed",
                subject(wanted),
                Map.of("changed", changed));
        return new Done(
                changed,
                wished.held().size() - changed,
                wanted.stream()
                        .filter(person -> !holders.contains(person))
                        .map(PersonId::value)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private String subject(Collection<PersonId> wanted) {
        var known = people.find(wanted).values();
        return known.size() == 1
                ? known.stream()
                        .map(one -> "person " + one.number() + " " + one.name())
                        .findFirst()
                        .orElseThrow()
                : known.size() + " people";
    }
}
