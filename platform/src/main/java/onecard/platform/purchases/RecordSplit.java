package onecard.platform.purchases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.Overdraft;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.rules.CashTerms;
import onecard.platform.system.PurseOrder;
import onecard.vocabulary.Money;

/// Which purse pays how much of a record. It is always paid: what no purse covers, cash owes
/// (`D-12`). Pure.
///
/// @param heldSubsidy from the subsidy that is held for a replaced card
/// @param heldCash from the cash that is held
record RecordSplit(Money heldSubsidy, Money heldCash, Money subsidy, Money cash) {
    /// Splits by what is there.
    ///
    /// @param subsidy what of the subsidy could be spent at its time (`D-07`)
    static RecordSplit of(
            PurseOrder order, Money cash, Money subsidy, CashTerms terms, Money amount) {
        var means = new ChargeSplit.Means(cash, subsidy, terms);
        ChargeSplit split = ChargeSplit.take(order, means, amount, true).orElseThrow();
        return new RecordSplit(Money.ZERO, Money.ZERO, split.subsidy(), split.cash());
    }

    /// Splits as it was decided online, as far as the subsidy is (still, or again) there.
    static RecordSplit decided(SoldRecord.Decided decided, Money subsidy) {
        Money fromSubsidy = decided.subsidy().max(Money.ZERO).min(subsidy);
        return new RecordSplit(
                Money.ZERO, Money.ZERO, fromSubsidy, decided.charged().minus(fromSubsidy));
    }

    /// A replaced card whose balance is held pays from there; the rest is the person's debt.
    static RecordSplit held(PurseOrder order, Balances balances, Money amount) {
        Money cash = balances.heldCash().max(Money.ZERO);
        Money subsidy = balances.heldSubsidy();
        return switch (order) {
            case SUBSIDY_FIRST -> {
                Money first = subsidy.min(amount);
                Money second = cash.min(amount.minus(first));
                yield rest(first, second, amount);
            }
            case CASH_FIRST -> {
                Money first = cash.min(amount);
                Money second = subsidy.min(amount.minus(first));
                yield rest(second, first, amount);
            }
        };
    }

    private static RecordSplit rest(Money heldSubsidy, Money heldCash, Money amount) {
        return new RecordSplit(
                heldSubsidy, heldCash, Money.ZERO, amount.minus(heldSubsidy).minus(heldCash));
    }

    /// Returns what is written on the purchase: held or not, cash is cash.
    Bill bill() {
        return Bill.of(cash.plus(heldCash), subsidy.plus(heldSubsidy));
    }

    /// Returns what the purses hold after it.
    Balances after(Balances before) {
        int entries = 0;
        for (Money part : List.of(heldSubsidy, heldCash, subsidy, cash)) {
            entries += part.isZero() ? 0 : 1;
        }
        return new Balances(
                before.account(),
                before.version() + entries,
                before.facts(),
                before.cash().minus(cash),
                before.subsidy().minus(subsidy),
                before.heldCash().minus(heldCash),
                before.heldSubsidy().minus(heldSubsidy),
                before.subsidyUntil(),
                before.newest());
    }

    /// Tells whether cash owes more after it than before.
    boolean overdraws(Balances before) {
        return cash.isPositive() && !before.cash().covers(cash);
    }

    /// Returns the transfers to the merchant.
    ///
    /// @param why the reason, where cash goes below zero
    List<Transfer> moves(
            AccountId account, Side.House merchant, Overdraft why, Instant at, long number) {
        var moves = new ArrayList<Transfer>(2);
        var sides =
                List.of(
                        new Part(Purse.HELD_SUBSIDY, heldSubsidy, Overdraft.NONE),
                        new Part(Purse.HELD_CASH, heldCash, Overdraft.NONE),
                        new Part(Purse.SUBSIDY, subsidy, Overdraft.NONE),
                        new Part(Purse.CASH, cash, why));
        for (Part part : sides) {
            if (part.amount().isPositive()) {
                moves.add(
                        new Transfer(
                                EntryKind.RECORD,
                                account.purse(part.purse()),
                                merchant,
                                part.amount(),
                                part.why(),
                                at,
                                number));
            }
        }
        return moves;
    }

    private record Part(Purse purse, Money amount, Overdraft why) {}
}
