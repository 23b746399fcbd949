package onecard.platform.purchases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.HouseKind;
import onecard.platform.ledger.Overdraft;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.vocabulary.Money;

/// The transfers of a purchase and of its void. Pure.
final class Moves {
    private Moves() {}

    /// Returns what the purses hold after paying the bill; a negative bill gives back.
    static Balances paid(Balances before, Bill bill) {
        int entries = (bill.cash().isZero() ? 0 : 1) + (bill.subsidy().isZero() ? 0 : 1);
        return new Balances(
                before.account(),
                before.version() + entries,
                before.facts(),
                before.cash().minus(bill.cash()),
                before.subsidy().minus(bill.subsidy()),
                before.heldCash(),
                before.heldSubsidy(),
                before.subsidyUntil(),
                before.newest());
    }

    /// Returns the transfers that pay a bill: each purse to the merchant, then the surcharge on
    /// from there to its account.
    static List<Transfer> charge(
            AccountId account,
            Side.House merchant,
            Bill bill,
            Money cash,
            Instant at,
            long number) {
        var moves = new ArrayList<Transfer>(2);
        if (bill.subsidy().isPositive()) {
            moves.add(
                    new Transfer(
                            EntryKind.CHARGE,
                            account.purse(Purse.SUBSIDY),
                            merchant,
                            bill.subsidy(),
                            Overdraft.NONE,
                            at,
                            number));
        }
        if (bill.cash().isPositive()) {
            boolean overdrawn = !cash.covers(bill.cash());
            moves.add(
                    new Transfer(
                            EntryKind.CHARGE,
                            account.purse(Purse.CASH),
                            merchant,
                            bill.cash(),
                            overdrawn ? Overdraft.GROUP_ALLOWANCE : Overdraft.NONE,
                            at,
                            number));
        }
        if (bill.surcharge().isPositive()) {
            moves.add(
                    house(
                            EntryKind.SURCHARGE,
                            merchant,
                            surcharge(bill),
                            bill.surcharge(),
                            at,
                            number));
        }
        return moves;
    }

    /// Returns the transfers that take a paid bill back.
    ///
    /// @param cashTo where the cash part goes: the purse, or the unassigned money if the account is
    ///   closed
    /// @param subsidyTo likewise
    static List<Transfer> giveBack(
            Side cashTo, Side subsidyTo, Side.House merchant, Bill bill, Instant at, long number) {
        var moves = new ArrayList<Transfer>(2);
        if (bill.surcharge().isPositive()) {
            moves.add(
                    house(EntryKind.VOID, surcharge(bill), merchant, bill.surcharge(), at, number));
        }
        if (bill.cash().isPositive()) {
            moves.add(back(merchant, cashTo, bill.cash(), at, number));
        }
        if (bill.subsidy().isPositive()) {
            moves.add(back(merchant, subsidyTo, bill.subsidy(), at, number));
        }
        return moves;
    }

    private static Transfer back(Side from, Side to, Money amount, Instant at, long number) {
        return new Transfer(EntryKind.VOID, from, to, amount, Overdraft.NONE, at, number);
    }

    private static Transfer house(
            EntryKind kind, Side from, Side to, Money amount, Instant at, long number) {
        return new Transfer(kind, from, to, amount, Overdraft.NONE, at, number);
    }

    private static Side.House surcharge(Bill bill) {
        return new Side.House(HouseKind.SURCHARGE, bill.surchargeRule().orElse(0));
    }
}
