package onecard.platform.cards;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Ledger;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.vocabulary.CardUid;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The card centre: every command takes the account lock first, so that no purchase decides between
/// two states.
@Service
class StoredCardCentre implements CardCentre {
    /// How long a card is good if nobody says otherwise (`M-076`).
    private static final Period LIFETIME = Period.ofYears(10);

    /// How long a card can be good at the most.
    private static final Period LIFETIME_MAX = Period.ofYears(50);

    private final CardIssueTable issues;
    private final AccountStateTable states;
    private final People people;
    private final Ledger ledger;
    private final Settings settings;
    private final AuditTrail audit;
    private final Clock clock;

    StoredCardCentre(
            CardIssueTable issues,
            AccountStateTable states,
            People people,
            Ledger ledger,
            Settings settings,
            AuditTrail audit,
            Clock clock) {
        this.issues = issues;
        this.states = states;
        this.people = people;
        this.ledger = ledger;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void openAccounts(Collection<PersonId> ids) {
        var known = people.find(ids);
        ids.stream()
                .filter(id -> !known.containsKey(id))
                .findFirst()
                .ifPresent(id -> {
                    throw Problem.notFound("person", id.value());
                });
        open(ids);
        audit.record("cards.accounts-opened", known.size() + " people", Map.of());
    }

    @Override
    @Transactional
    public CardIssue issue(PersonId id, CardUid uid, Optional<LocalDate> until) {
        var person = find(id);
        var today = settings.current().siteDay(clock.instant());
        var validUntil = validUntil(until, today);
        // Of a card that was given back, the holder before is locked too: whoever is paying with it
        // right now waits for one of the two.
        var before = Optional.ofNullable(issues.resolve(List.of(uid)).get(uid));
        open(
                Stream.concat(Stream.of(id), before.stream().map(CardIssue::person))
                        .distinct()
                        .toList());
        mustBeOpen(id);
        checkPerson(id, today);
        checkCard(uid, before);
        var issued = issues.add(uid, id, validUntil, clock.instant()).orElseThrow(() -> inUse(uid));
        audit.record(
                "cards.card-issued",
                subject(person),
                Map.of("uid", uid.hex(), "validUntil", validUntil.toString()));
        return issued;
    }

    @Override
    @Transactional
    public CardIssue reportLoss(PersonId id) {
        return changeCard(id, CardState.ISSUED, CardState.LOST, "cards.card-lost");
    }

    @Override
    @Transactional
    public CardIssue cancelLoss(PersonId id) {
        return changeCard(id, CardState.LOST, CardState.ISSUED, "cards.card-found");
    }

    @Override
    @Transactional
    public void freeze(PersonId id) {
        var person = find(id);
        lock(List.of(id));
        mustBeOpen(id);
        states.change(id, AccountState.FROZEN, clock.instant());
        audit.record("cards.account-frozen", subject(person), Map.of());
    }

    @Override
    @Transactional
    public void unfreeze(PersonId id) {
        var person = find(id);
        lock(List.of(id));
        if (states.read(List.of(id)).get(id) != AccountState.FROZEN) {
            throw Problem.of(CardProblems.NOT_FROZEN).with("personId", id.value());
        }
        states.change(id, AccountState.OPEN, clock.instant());
        audit.record("cards.account-unfrozen", subject(person), Map.of());
    }

    private CardIssue changeCard(PersonId id, CardState from, CardState to, String action) {
        var person = find(id);
        lock(List.of(id));
        var card =
                issues.open(id)
                        .orElseThrow(() ->
                                Problem.of(CardProblems.NO_CARD).with("personId", id.value()));
        if (card.state() != from) {
            throw Problem.of(
                            from == CardState.LOST ? CardProblems.NOT_LOST : CardProblems.CARD_LOST)
                    .with("uid", card.uid().hex());
        }
        issues.change(card, to, Optional.empty());
        audit.record(action, subject(person), Map.of("uid", card.uid().hex()));
        return issues.open(id).orElseThrow();
    }

    /// A person has one card at a time; an expired one makes room and is never accepted again.
    private void checkPerson(PersonId id, LocalDate today) {
        var inHand = issues.open(id);
        if (inHand.isEmpty()) {
            return;
        }
        if (inHand.get().state() == CardState.LOST) {
            throw Problem.of(CardProblems.CARD_LOST).with("uid", inHand.get().uid().hex());
        }
        if (!inHand.get().expiredOn(today)) {
            throw Problem.of(CardProblems.HAS_CARD).with("uid", inHand.get().uid().hex());
        }
        issues.change(inHand.get(), CardState.SCRAPPED, Optional.of(clock.instant()));
    }

    private void checkCard(CardUid uid, Optional<CardIssue> before) {
        var now = Optional.ofNullable(issues.resolve(List.of(uid)).get(uid));
        if (now.isEmpty()) {
            return;
        }
        if (!now.map(CardIssue::id).equals(before.map(CardIssue::id))) {
            throw inUse(uid);
        }
        switch (now.get().state()) {
            case RETURNED -> {}
            case ISSUED, LOST -> throw inUse(uid);
            case REPLACED, SCRAPPED ->
                    throw Problem.of(CardProblems.CARD_NOT_REUSABLE).with("uid", uid.hex());
        }
    }

    private LocalDate validUntil(Optional<LocalDate> until, LocalDate today) {
        var last = today.plus(LIFETIME_MAX);
        var day = until.orElse(today.plus(LIFETIME));
        if (day.isBefore(today) || day.isAfter(last)) {
            throw Problem.field(
                    "validUntil",
                    "error.between",
                    Map.of("from", today.toString(), "to", last.toString()));
        }
        return day;
    }

    private void open(Collection<PersonId> ids) {
        ledger.open(accounts(ids));
        lock(ids);
        states.open(ids, clock.instant());
    }

    private void lock(Collection<PersonId> ids) {
        ledger.lock(accounts(ids));
    }

    private void mustBeOpen(PersonId id) {
        AccountStates.mustBeOpen(id, Optional.ofNullable(states.read(List.of(id)).get(id)));
    }

    private Person find(PersonId id) {
        return people.find(id).orElseThrow(() -> Problem.notFound("person", id.value()));
    }

    private static Problem inUse(CardUid uid) {
        return Problem.of(CardProblems.CARD_IN_USE).with("uid", uid.hex());
    }

    private static List<AccountId> accounts(Collection<PersonId> ids) {
        return ids.stream().map(id -> new AccountId(id.value())).toList();
    }

    private static String subject(Person person) {
        return "person " + person.number() + " " + person.name();
    }
}
