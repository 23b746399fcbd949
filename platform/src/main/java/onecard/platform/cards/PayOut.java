package onecard.platform.cards;

import java.util.ArrayList;
import java.util.List;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.Overdraft;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.system.Problem;
import onecard.vocabulary.Money;

/// What leaves the purses for the holder and for the fund, by refund and by closing (`D-03`). Pure.
///
/// @param moves in the order in which they are booked
/// @param cash out of the cash purse
/// @param subsidy out of the subsidy purse, whereever it went
/// @param paid out of the drawer
record PayOut(List<Transfer> moves, Money cash, Money subsidy, Money paid) {
    PayOut {
        moves = List.copyOf(moves);
    }

    /// Refunds cash to the holder, and takes a subsidy back to the fund (`M-167`, `M-168`).
    static PayOut refund(Visit visit, Money cash, Money subsidy, Side drawer) {
        var purses = visit.purses();
        var spendable = purses.spendableSubsidy(visit.today());
        if (!purses.cash().covers(cash) && cash.isPositive() || !spendable.covers(subsidy)) {
            throw Problem.of(CardProblems.REFUND_TOO_HIGH)
                    .with("cashCents", purses.cash().max(Money.ZERO).cents())
                    .with("subsidyCents", spendable.cents());
        }
        var moves = new ArrayList<Transfer>();
        out(moves, visit, EntryKind.REFUND, Purse.CASH, drawer, cash);
        out(moves, visit, EntryKind.SUBSIDY_RETURNED, Purse.SUBSIDY, Side.subsidyFund(), subsidy);
        return new PayOut(moves, cash, subsidy, cash);
    }

    /// Empties the purses of an account that closes (`M-193`).
    static PayOut everything(Visit visit, Side drawer) {
        var purses = visit.purses();
        if (purses.cash().isNegative()) {
            throw Problem.of(CardProblems.IN_DEBT)
                    .with("debtCents", purses.cash().negated().cents());
        }
        boolean paysSubsidy = visit.parameters().subsidyAtClose() == SubsidyAtClose.PAY_OUT;
        var spendable = purses.spendableSubsidy(visit.today());
        var moves = new ArrayList<Transfer>();
        out(moves, visit, EntryKind.REFUND, Purse.CASH, drawer, purses.cash());
        out(
                moves,
                visit,
                EntryKind.EXPIRY,
                Purse.SUBSIDY,
                Side.subsidyFund(),
                purses.subsidy().minus(spendable));
        out(
                moves,
                visit,
                paysSubsidy ? EntryKind.REFUND : EntryKind.SUBSIDY_RETURNED,
                Purse.SUBSIDY,
                paysSubsidy ? drawer : Side.subsidyFund(),
                spendable);
        return new PayOut(
                moves,
                purses.cash(),
                purses.subsidy(),
                paysSubsidy ? purses.cash().plus(spendable) : purses.cash());
    }

    private static void out(
            List<Transfer> moves, Visit visit, EntryKind kind, Purse purse, Side to, Money amount) {
        if (amount.isPositive()) {
            moves.add(
                    new Transfer(
                            kind,
                            visit.account().purse(purse),
                            to,
                            amount,
                            Overdraft.NONE,
                            visit.now(),
                            0));
        }
    }
}
