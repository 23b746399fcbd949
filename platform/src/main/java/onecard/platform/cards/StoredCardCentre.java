package onecard.platform.cards;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ledger.Transfer;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The card centre: every command takes the account lock first, so that no purchase decides between
/// two states, and asks the [LifeCycle].
@Service
class StoredCardCentre implements CardCentre {
    private final Desk desk;
    private final Handout handout;
    private final TopUpDesk topUps;
    private final CardIssueTable issues;
    private final AccountStateTable states;
    private final CardParameterDesk parameters;
    private final People people;
    private final AuditTrail audit;

    StoredCardCentre(
            Desk desk,
            Handout handout,
            TopUpDesk topUps,
            CardIssueTable issues,
            AccountStateTable states,
            CardParameterDesk parameters,
            People people,
            AuditTrail audit) {
        this.desk = desk;
        this.handout = handout;
        this.topUps = topUps;
        this.issues = issues;
        this.states = states;
        this.parameters = parameters;
        this.people = people;
        this.audit = audit;
    }

    @Override
    @Transactional
    public void openAccounts(Collection<PersonId> ids) {
        if (!parameters.current().generatedNumbers()) {
            throw Problem.of(CardProblems.NUMBERS_OFF);
        }
        var known = people.find(ids);
        ids.stream()
                .filter(id -> !known.containsKey(id))
                .findFirst()
                .ifPresent(id -> {
                    throw Problem.notFound("person", id.value());
                });
        if (known.values().stream().anyMatch(person -> person.leftAt().isPresent())) {
            throw Problem.of(CardProblems.PERSON_LEFT);
        }
        var there = states.read(ids);
        there.forEach((id, state) -> {
            if (state == AccountState.CLOSED) {
                throw Problem.of(CardProblems.CLOSED).with("personId", id.value());
            }
        });
        var fresh = ids.stream().filter(id -> !there.containsKey(id)).distinct().sorted().toList();
        desk.open(fresh);
        for (var id : fresh) {
            var visit = desk.visit(id);
            desk.note(Deed.of(DeskKind.ACCOUNT_OPENED, id), visit);
        }
        audit.record("cards.accounts-opened", fresh.size() + " people", Map.of());
    }

    @Override
    @Transactional
    public CardIssue issue(PersonId id, CardUid uid, Optional<LocalDate> until) {
        return issue(IssueOrder.of(id, uid, until)).card();
    }

    /// A card that was issued, and the money that came with it.
    record Issued(CardIssue card, Optional<TopUpReceipt> topUp) {}

    /// Issues a card with its cost, and with the money that is brought at the same time.
    @Transactional
    Issued issue(IssueOrder order) {
        var claimed = handout.claim(order.uid());
        desk.open(claimed.everybody(order.person()));
        var visit = desk.visit(order.person());
        visit.must(CardMove.ISSUE);
        if (order.bringsMoney() && !visit.parameters().topUpAtIssue()) {
            throw Problem.of(CardProblems.NO_MONEY_AT_ISSUE);
        }
        var deposit = CardCosts.deposit(order.cost(), visit.parameters());
        var kept = scrapExpired(visit);
        var card = handout.add(visit, claimed, order.validUntil(), deposit.plus(kept));
        var booked =
                order.cost().isPositive()
                        ? desk.book(visit, costs(order.cost(), visit))
                        : Optional.<Booked>empty();
        int operation =
                desk.note(
                        Deed.of(DeskKind.CARD_ISSUED, order.person())
                                .card(card.id())
                                .booked(booked)
                                .drawer(order.cost(), order.channel())
                                .deposit(deposit),
                        visit);
        audit.record(
                "cards.card-issued",
                visit.subject(),
                Map.of(
                        "uid",
                        card.uid().hex(),
                        "validUntil",
                        card.validUntil().toString(),
                        "costCents",
                        order.cost().cents()));
        return new Issued(card, topUp(order, visit, operation));
    }

    /// An expired card makes room and is never accepted again; its deposit goes on to the new one.
    private Money scrapExpired(Visit visit) {
        if (visit.card().isEmpty()) {
            return Money.ZERO;
        }
        var old = visit.card().get();
        var deposit = issues.keeping(old).deposit();
        issues.change(old, CardState.SCRAPPED, visit.now());
        issues.deposit(old, Money.ZERO);
        return deposit;
    }

    private List<Transfer> costs(Money cost, Visit visit) {
        return CardCosts.take(
                cost, visit.parameters(), desk.drawer(visit.parameters()), visit.now());
    }

    private Optional<TopUpReceipt> topUp(IssueOrder order, Visit visit, int operation) {
        if (!order.bringsMoney()) {
            return Optional.empty();
        }
        var until = order.subsidyUntil().or(() -> visit.parameters().subsidyUntil(visit.today()));
        return Optional.of(topUps.book(order.topUp(until), Optional.of(operation)));
    }

    @Override
    @Transactional
    public CardIssue extend(PersonId id, LocalDate until) {
        var visit = desk.visit(id);
        visit.must(CardMove.EXTEND);
        var card = visit.cardInHand();
        var day = Handout.validUntil(Optional.of(until), visit);
        issues.extend(card, day);
        noted(visit, DeskKind.CARD_EXTENDED, card);
        audit.record(
                "cards.card-extended",
                visit.subject(),
                Map.of(
                        "uid",
                        card.uid().hex(),
                        "from",
                        card.validUntil().toString(),
                        "to",
                        day.toString()));
        return issues.open(id).orElseThrow();
    }

    @Override
    @Transactional
    public CardIssue reportLoss(PersonId id) {
        return changeCard(
                id,
                CardMove.REPORT_LOSS,
                CardState.LOST,
                DeskKind.LOSS_REPORTED,
                "cards.card-lost");
    }

    @Override
    @Transactional
    public CardIssue cancelLoss(PersonId id) {
        return changeCard(
                id,
                CardMove.CANCEL_LOSS,
                CardState.ISSUED,
                DeskKind.LOSS_CANCELLED,
                "cards.card-found");
    }

    private CardIssue changeCard(
            PersonId id, CardMove move, CardState to, DeskKind kind, String action) {
        var visit = desk.visit(id);
        visit.must(move);
        var card = visit.cardInHand();
        issues.change(card, to, visit.now());
        noted(visit, kind, card);
        audit.record(action, visit.subject(), Map.of("uid", card.uid().hex()));
        return issues.open(id).orElseThrow();
    }

    @Override
    @Transactional
    public void freeze(PersonId id) {
        changeAccount(
                id, CardMove.FREEZE, AccountState.FROZEN, DeskKind.FROZEN, "cards.account-frozen");
    }

    @Override
    @Transactional
    public void unfreeze(PersonId id) {
        changeAccount(
                id,
                CardMove.UNFREEZE,
                AccountState.OPEN,
                DeskKind.UNFROZEN,
                "cards.account-unfrozen");
    }

    @Override
    @Transactional
    public void reopen(PersonId id) {
        changeAccount(
                id,
                CardMove.REOPEN,
                AccountState.OPEN,
                DeskKind.REOPENED,
                "cards.account-reopened");
    }

    private void changeAccount(
            PersonId id, CardMove move, AccountState to, DeskKind kind, String action) {
        var visit = desk.visit(id);
        visit.must(move);
        states.change(id, to, visit.now());
        desk.note(Deed.of(kind, id), visit);
        audit.record(action, visit.subject(), Map.of());
    }

    private void noted(Visit visit, DeskKind kind, CardIssue card) {
        desk.note(Deed.of(kind, visit.id()).card(card.id()), visit);
    }
}
