package onecard.platform.cards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.Overdraft;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.system.Problem;
import onecard.vocabulary.Money;

/// What becomes of a card's cost (`D-06`): part of it is a deposit, kept until the card comes back,
/// and part may be a fee that never does. Pure.
final class CardCosts {
    private CardCosts() {}

    /// Returns what of a cost is a deposit.
    static Money deposit(Money cost, CardParameters parameters) {
        return cost.minus(parameters.cardFee().min(cost));
    }

    /// Takes a cost at the desk.
    static List<Transfer> take(Money cost, CardParameters parameters, Side drawer, Instant at) {
        var deposit = deposit(cost, parameters);
        var moves = new ArrayList<Transfer>();
        add(moves, EntryKind.CARD_COST, drawer, Side.cardDeposits(), deposit, at);
        add(moves, EntryKind.CARD_COST, drawer, Side.cardFees(), cost.minus(deposit), at);
        return moves;
    }

    /// Gives back what of a deposit is wanted back; the rest becomes the house's.
    static List<Transfer> giveBack(Money deposit, Money back, Side drawer, Instant at) {
        if (back.compareTo(deposit) > 0) {
            throw Problem.of(CardProblems.DEPOSIT_TOO_HIGH)
                    .with("depositCents", deposit.cents())
                    .with("askedCents", back.cents());
        }
        var moves = new ArrayList<Transfer>();
        add(moves, EntryKind.CARD_COST_RETURNED, Side.cardDeposits(), drawer, back, at);
        moves.addAll(forfeit(deposit.minus(back), at));
        return moves;
    }

    /// Makes a deposit the house's.
    static List<Transfer> forfeit(Money deposit, Instant at) {
        var moves = new ArrayList<Transfer>();
        add(
                moves,
                EntryKind.CARD_COST_FORFEITED,
                Side.cardDeposits(),
                Side.cardFees(),
                deposit,
                at);
        return moves;
    }

    private static void add(
            List<Transfer> to, EntryKind kind, Side from, Side into, Money amount, Instant at) {
        if (amount.isPositive()) {
            to.add(new Transfer(kind, from, into, amount, Overdraft.NONE, at, 0));
        }
    }
}
