package onecard.platform.cards;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Transfer;
import onecard.platform.people.PersonId;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// New cards for lost and damaged ones, and what becomes of the balance meanwhile (`M-177` to
/// `M-184`, `D-23`, `D-24`, `D-37`). The purses are the person's (`D-49`): without waiting days
/// nothing has to move; with them the balance is held until late records have come in.
@Service
class Replacements {
    private final Desk desk;
    private final Handout handout;
    private final CardIssueTable issues;
    private final HoldTable holds;
    private final Completeness completeness;
    private final Ledger ledger;
    private final AuditTrail audit;

    Replacements(
            Desk desk,
            Handout handout,
            CardIssueTable issues,
            HoldTable holds,
            Completeness completeness,
            Ledger ledger,
            AuditTrail audit) {
        this.desk = desk;
        this.handout = handout;
        this.issues = issues;
        this.holds = holds;
        this.completeness = completeness;
        this.ledger = ledger;
        this.audit = audit;
    }

    /// A new card for an old one.
    ///
    /// @param damaged the old one is in hand and cannot be read any more
    /// @param cost taken for the new one
    /// @param goOn although a terminal has not reported
    record Wanted(
            PersonId person,
            CardUid uid,
            boolean damaged,
            Optional<LocalDate> validUntil,
            Money cost,
            Channel channel,
            boolean goOn) {}

    /// @param opensOn until when the balance is held at the longest; empty if it is not
    record Replaced(CardIssue card, Optional<LocalDate> opensOn) {}

    @Transactional
    Replaced replace(Wanted wanted) {
        var claimed = handout.claim(wanted.uid());
        var visit = desk.visit(wanted.person(), claimed.everybody(wanted.person()));
        int waiting = wanted.damaged() ? 0 : visit.parameters().greyDays();
        visit.must(move(wanted, waiting));
        var old = visit.cardInHand();
        var keeping = issues.keeping(old);
        var lostAt = keeping.lostAt().orElse(visit.now());
        if (waiting == 0) {
            completeness.mustBeComplete(lostAt, wanted.goOn(), visit);
        }
        issues.change(old, wanted.damaged() ? CardState.SCRAPPED : CardState.REPLACED, visit.now());
        var deposit = CardCosts.deposit(wanted.cost(), visit.parameters());
        // Of a damaged card the deposit goes on to the new one; of a lost one it is forfeited.
        var carried = wanted.damaged() ? keeping.deposit() : Money.ZERO;
        var card = handout.add(visit, claimed, wanted.validUntil(), deposit.plus(carried));
        issues.deposit(old, Money.ZERO);
        var opensOn =
                waiting == 0
                        ? Optional.<LocalDate>empty()
                        : Optional.of(visit.today().plusDays(waiting));
        opensOn.ifPresent(day ->
                holds.hold(
                        wanted.person(),
                        old.id(),
                        card.id(),
                        lostAt,
                        visit.now(),
                        day,
                        HeldMoves.untilOfHold(visit)));
        var forfeited = keeping.deposit().minus(carried);
        book(wanted, visit, card, deposit.minus(forfeited), forfeited, waiting > 0);
        audit.record(
                wanted.damaged() ? "cards.damaged-replaced" : "cards.card-replaced",
                visit.subject(),
                Map.of("old", old.uid().hex(), "uid", card.uid().hex(), "waitingDays", waiting));
        return new Replaced(card, opensOn);
    }

    private static CardMove move(Wanted wanted, int waiting) {
        if (wanted.damaged()) {
            return CardMove.REPLACE_DAMAGED;
        }
        return waiting > 0 ? CardMove.REPLACE_AND_HOLD : CardMove.REPLACE;
    }

    private void book(
            Wanted wanted,
            Visit visit,
            CardIssue card,
            Money deposit,
            Money forfeited,
            boolean hold) {
        var moves = new ArrayList<Transfer>(CardCosts.forfeit(forfeited, visit.now()));
        if (wanted.cost().isPositive()) {
            moves.addAll(
                    CardCosts.take(
                            wanted.cost(),
                            visit.parameters(),
                            desk.drawer(visit.parameters()),
                            visit.now()));
        }
        if (hold) {
            moves.addAll(HeldMoves.hold(visit));
        }
        var kind = wanted.damaged() ? DeskKind.DAMAGED_REPLACED : DeskKind.CARD_REPLACED;
        desk.note(
                Deed.of(kind, wanted.person())
                        .card(card.id())
                        .booked(desk.book(visit, moves))
                        .drawer(wanted.cost(), wanted.channel())
                        .deposit(deposit),
                visit);
    }

    /// What is held for somebody, and whether it can be taken over.
    ///
    /// @param daysLeft how many days it is held at the longest
    /// @param opens whether it can be taken over now
    /// @param silent the terminals that have not reported past the loss
    record Held(
            HoldTable.Row hold,
            Money cash,
            Money subsidy,
            long daysLeft,
            boolean opens,
            List<TerminalReports.Silent> silent) {}

    @Transactional(readOnly = true)
    Optional<Held> held(PersonId person) {
        return held(desk.look(person));
    }

    private Optional<Held> held(Visit visit) {
        return visit.hold()
                .map(hold -> {
                    long left = Math.max(0, ChronoUnit.DAYS.between(visit.today(), hold.opensOn()));
                    var silent = completeness.silentSince(hold.lostAt());
                    boolean complete = silent.isEmpty() && visit.parameters().opensWhenComplete();
                    return new Held(
                            hold,
                            visit.purses().heldCash(),
                            visit.purses().heldSubsidy(),
                            left,
                            left == 0 || complete,
                            silent);
                });
    }

    /// What was taken over.
    record TakenOver(Money cash, Money subsidy) {}

    /// Takes over a held balance, once; early only where every terminal has reported (`W-06`).
    @Transactional
    TakenOver takeOver(PersonId person) {
        var visit = desk.visit(person);
        visit.must(CardMove.TAKE_OVER);
        var held = held(visit).orElseThrow();
        if (!held.opens()) {
            throw Problem.of(CardProblems.TAKE_OVER_EARLY)
                    .with("daysLeft", held.daysLeft())
                    .with("opensOn", held.hold().opensOn().toString())
                    .with("count", held.silent().size());
        }
        var cash = visit.purses().heldCash();
        var subsidy = HeldMoves.subsidy(visit);
        var booked = desk.book(visit, HeldMoves.takeOver(visit));
        if (subsidy.isPositive()) {
            ledger.subsidyUntil(visit.account(), HeldMoves.untilAfter(visit));
        }
        desk.note(Deed.of(DeskKind.TAKEN_OVER, person).booked(booked), visit);
        holds.end(held.hold().id(), visit.now());
        audit.record(
                "cards.taken-over",
                visit.subject(),
                Map.of("cashCents", cash.cents(), "subsidyCents", subsidy.cents()));
        return new TakenOver(cash, subsidy);
    }
}
