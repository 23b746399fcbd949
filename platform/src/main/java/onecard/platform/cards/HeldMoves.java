package onecard.platform.cards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.Overdraft;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.vocabulary.Money;

/// What moves when a balance is held, and when it is taken over (`M-184`). Pure.
final class HeldMoves {
    private HeldMoves() {}

    /// Moves the purses into the hold. A debt stays where it is: it is not the old card's to keep.
    static List<Transfer> hold(Visit visit) {
        var purses = visit.purses();
        var moves = new ArrayList<Transfer>();
        move(moves, visit, Purse.CASH, Purse.HELD_CASH, purses.cash());
        var subsidy = purses.spendableSubsidy(visit.today());
        expire(moves, visit, Purse.SUBSIDY, purses.subsidy().minus(subsidy));
        move(moves, visit, Purse.SUBSIDY, Purse.HELD_SUBSIDY, subsidy);
        return moves;
    }

    /// Moves the hold into the purses. A held subsidy that is over goes back to the fund; what late
    /// records took beyond the held cash is the person's debt.
    static List<Transfer> takeOver(Visit visit) {
        var purses = visit.purses();
        var moves = new ArrayList<Transfer>();
        move(moves, visit, Purse.HELD_CASH, Purse.CASH, purses.heldCash());
        if (purses.heldCash().isNegative()) {
            moves.add(
                    new Transfer(
                            EntryKind.TAKE_OVER,
                            visit.account().purse(Purse.CASH),
                            visit.account().purse(Purse.HELD_CASH),
                            purses.heldCash().negated(),
                            Overdraft.LATE_RECORD,
                            visit.now(),
                            0));
        }
        var rest = purses.subsidy().minus(purses.spendableSubsidy(visit.today()));
        expire(moves, visit, Purse.SUBSIDY, rest);
        var subsidy = subsidy(visit);
        expire(moves, visit, Purse.HELD_SUBSIDY, purses.heldSubsidy().minus(subsidy));
        move(moves, visit, Purse.HELD_SUBSIDY, Purse.SUBSIDY, subsidy);
        return moves;
    }

    /// Returns what of the held subsidy can be taken over.
    static Money subsidy(Visit visit) {
        return isOver(heldUntil(visit), visit.today()) ? Money.ZERO : visit.purses().heldSubsidy();
    }

    /// Returns the last day of a subsidy that is held together with what is held already.
    static Optional<LocalDate> untilOfHold(Visit visit) {
        var purses = visit.purses();
        return together(
                purses.heldSubsidy(),
                heldUntil(visit),
                purses.spendableSubsidy(visit.today()),
                purses.subsidyUntil());
    }

    /// Returns the last day of the subsidy purse after the take-over: nobody loses a day by it.
    static Optional<LocalDate> untilAfter(Visit visit) {
        Balances purses = visit.purses();
        return together(
                subsidy(visit),
                heldUntil(visit),
                purses.spendableSubsidy(visit.today()),
                purses.subsidyUntil());
    }

    private static Optional<LocalDate> together(
            Money one, Optional<LocalDate> until, Money other, Optional<LocalDate> otherUntil) {
        if (one.isZero()) {
            return otherUntil;
        }
        if (other.isZero()) {
            return until;
        }
        return until.flatMap(day -> otherUntil.map(last -> last.isAfter(day) ? last : day));
    }

    private static Optional<LocalDate> heldUntil(Visit visit) {
        return visit.hold().flatMap(HoldTable.Row::subsidyUntil);
    }

    private static boolean isOver(Optional<LocalDate> until, LocalDate today) {
        return until.isPresent() && today.isAfter(until.get());
    }

    private static void expire(List<Transfer> moves, Visit visit, Purse purse, Money amount) {
        if (amount.isPositive()) {
            moves.add(
                    new Transfer(
                            EntryKind.EXPIRY,
                            visit.account().purse(purse),
                            Side.subsidyFund(),
                            amount,
                            Overdraft.NONE,
                            visit.now(),
                            0));
        }
    }

    private static void move(
            List<Transfer> moves, Visit visit, Purse from, Purse into, Money amount) {
        if (amount.isPositive()) {
            moves.add(
                    new Transfer(
                            EntryKind.TAKE_OVER,
                            visit.account().purse(from),
                            visit.account().purse(into),
                            amount,
                            Overdraft.NONE,
                            visit.now(),
                            0));
        }
    }
}
