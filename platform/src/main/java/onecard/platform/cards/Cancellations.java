package onecard.platform.cards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.springframework.transaction.support.TransactionTemplate;

/// Cards given back and accounts closed, which are two choices (`D-21`): `M-186` to `M-194`.
@Service
class Cancellations {
    /// How many of the frozen one call closes at the most.
    static final int BATCH_MAX = 200;

    private final Desk desk;
    private final CardIssueTable issues;
    private final AccountStateTable states;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Cancellations(
            Desk desk,
            CardIssueTable issues,
            AccountStateTable states,
            Ledger ledger,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.issues = issues;
        this.states = states;
        this.ledger = ledger;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// A card to be given back, or an account to be closed.
    ///
    /// @param how `RETURN_CARD`, `CLOSE_WITH_CARD`, `CLOSE_WITHOUT_CARD` or `CLOSE_FROZEN`
    /// @param uid the card on the reader; it must be the person's
    /// @param depositBack what of the card's deposit is given back; empty: all of it if the card is
    ///   there, nothing if it is not (`M-187`)
    record Wanted(
            PersonId person,
            CardMove how,
            Optional<CardUid> uid,
            Optional<Money> depositBack,
            Channel channel,
            String remark) {}

    /// What was paid out and what went back to the fund, for the receipt.
    ///
    /// @param operationId of the last operation
    record Cancelled(
            int operationId,
            Money refunded,
            Money subsidyReturned,
            Money depositBack,
            Money paid) {}

    @Transactional
    Cancelled cancel(Wanted wanted) {
        var visit = desk.visit(wanted.person());
        visit.must(wanted.how());
        wanted.uid().ifPresent(uid -> mustBeTheirs(uid, visit));
        boolean closes = wanted.how() != CardMove.RETURN_CARD;
        var emptied = closes ? empty(wanted, visit) : Optional.<Emptied>empty();
        var out = emptied.map(Emptied::out);
        var end = ended(wanted, visit);
        if (closes) {
            states.change(wanted.person(), AccountState.CLOSED, visit.now());
        }
        var back = end.back();
        // Nothing taken and nothing wanted back needs no drawer; all else is judged.
        var moves =
                end.deposit().isZero() && back.isZero()
                        ? List.<Transfer>of()
                        : CardCosts.giveBack(
                                end.deposit(), back, desk.drawer(visit.parameters()), visit.now());
        var deed =
                Deed.of(kind(wanted.how()), wanted.person())
                        .booked(desk.book(Map.of(), moves, visit.site(), visit.now()))
                        .drawer(back.negated(), wanted.channel())
                        .deposit(end.deposit().negated())
                        .remark(wanted.remark());
        end.issue().ifPresent(deed::card);
        emptied.ifPresent(before -> deed.follows(before.operation()));
        int id = desk.note(deed, visit);
        var done =
                new Cancelled(
                        id,
                        out.map(PayOut::cash).orElse(Money.ZERO),
                        out.map(PayOut::subsidy).orElse(Money.ZERO),
                        back,
                        out.map(PayOut::paid).orElse(Money.ZERO).plus(back));
        audit.record(
                closes ? "cards.account-closed" : "cards.card-returned",
                visit.subject(),
                details(wanted, visit, done));
        return done;
    }

    /// What became of the card.
    private record Ended(Optional<Integer> issue, Money deposit, Money back) {}

    private Ended ended(Wanted wanted, Visit visit) {
        if (visit.card().isEmpty()) {
            return new Ended(Optional.empty(), Money.ZERO, back(wanted, Money.ZERO));
        }
        var card = visit.card().get();
        boolean there = isThere(wanted.how());
        issues.change(card, there ? CardState.RETURNED : CardState.SCRAPPED, visit.now());
        var deposit = issues.keeping(card).deposit();
        issues.deposit(card, Money.ZERO);
        return new Ended(Optional.of(card.id()), deposit, back(wanted, deposit));
    }

    /// What is to be given back; whether it was ever taken is judged where it is booked.
    private static Money back(Wanted wanted, Money deposit) {
        var asked = wanted.depositBack().orElse(isThere(wanted.how()) ? deposit : Money.ZERO);
        // In a batch one amount is named for all: nobody gets more than was taken.
        return wanted.how() == CardMove.CLOSE_FROZEN ? asked.min(deposit) : asked;
    }

    /// What left the purses, and the operation that says so.
    private record Emptied(PayOut out, int operation) {}

    private Optional<Emptied> empty(Wanted wanted, Visit visit) {
        var out = PayOut.everything(visit, desk.drawer(visit.parameters()));
        if (out.moves().isEmpty()) {
            return Optional.empty();
        }
        var booked = desk.book(visit, out.moves());
        ledger.subsidyUntil(visit.account(), Optional.empty());
        int operation =
                desk.note(
                        Deed.of(DeskKind.REFUND, wanted.person())
                                .booked(booked)
                                .purses(out.cash().negated(), out.subsidy().negated())
                                .drawer(out.paid().negated(), wanted.channel())
                                .remark(wanted.remark()),
                        visit);
        return Optional.of(new Emptied(out, operation));
    }

    private static boolean isThere(CardMove how) {
        return how == CardMove.RETURN_CARD || how == CardMove.CLOSE_WITH_CARD;
    }

    private static DeskKind kind(CardMove how) {
        return switch (how) {
            case RETURN_CARD -> DeskKind.CARD_RETURNED;
            case CLOSE_WITH_CARD -> DeskKind.CLOSED_WITH_CARD;
            case CLOSE_WITHOUT_CARD, CLOSE_FROZEN -> DeskKind.CLOSED_WITHOUT_CARD;
            case OPEN_ACCOUNT,
                    ISSUE,
                    EXTEND,
                    REPORT_LOSS,
                    CANCEL_LOSS,
                    REPLACE,
                    REPLACE_AND_HOLD,
                    REPLACE_DAMAGED,
                    TAKE_OVER,
                    FREEZE,
                    UNFREEZE,
                    REOPEN ->
                    throw new IllegalArgumentException(how + " cancels nothing");
        };
    }

    private static void mustBeTheirs(CardUid uid, Visit visit) {
        var theirs = visit.cardInHand().uid();
        if (!theirs.equals(uid)) {
            throw Problem.of(CardProblems.OTHER_CARD)
                    .with("uid", uid.hex())
                    .with("theirs", theirs.hex());
        }
    }

    private static Map<String, Object> details(Wanted wanted, Visit visit, Cancelled done) {
        var details = new LinkedHashMap<String, Object>();
        details.put("how", wanted.how().name());
        visit.card().ifPresent(card -> details.put("uid", card.uid().hex()));
        details.put("refundedCents", done.refunded().cents());
        details.put("subsidyReturnedCents", done.subsidyReturned().cents());
        details.put("depositBackCents", done.depositBack().cents());
        return details;
    }

    /// One of the frozen that could not be closed, and the problem that was in the way.
    record NotClosed(PersonId person, Problem why) {}

    /// @param after the last person that was looked at; empty when all were
    record BatchDone(int closed, List<NotClosed> refused, Optional<PersonId> after) {}

    /// Closes the accounts of the frozen, some at a time (`M-191`, `M-192`), each in a transaction
    /// of its own: it can be broken off anywhere and called again.
    BatchDone closeFrozen(int after, Money depositBack, Channel channel) {
        var frozen = states.frozen(after, BATCH_MAX);
        var refused = new ArrayList<NotClosed>();
        for (var person : frozen) {
            var wanted =
                    new Wanted(
                            person,
                            CardMove.CLOSE_FROZEN,
                            Optional.empty(),
                            Optional.of(depositBack),
                            channel,
                            "");
            try {
                transaction.executeWithoutResult(_ -> {
                    var _ = cancel(wanted);
                });
            } catch (Problem problem) {
                refused.add(new NotClosed(person, problem));
            }
        }
        return new BatchDone(
                frozen.size() - refused.size(),
                List.copyOf(refused),
                frozen.size() < BATCH_MAX ? Optional.empty() : Optional.of(frozen.getLast()));
    }
}
