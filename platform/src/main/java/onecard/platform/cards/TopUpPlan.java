package onecard.platform.cards;

import java.time.Instant;
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
import onecard.platform.system.MaxBalanceOf;
import onecard.platform.system.Problem;
import onecard.platform.system.SiteSettings;
import onecard.vocabulary.Money;

/// What a top-up does to the purses, worked out before anything is booked. Pure.
///
/// @param transfers in the order in which they are booked
/// @param expired what of an expired subsidy goes back to the fund first (`D-38`)
/// @param cleared what of the subsidy is cleared by the grant
record TopUpPlan(List<Transfer> transfers, Money expired, Money cleared) {
    TopUpPlan {
        transfers = List.copyOf(transfers);
    }

    /// Works out a top-up, or throws the problem `max-balance`.
    ///
    /// @param now what the purses hold, locked
    /// @param desk the drawer of the operator
    static TopUpPlan of(
            TopUp wanted, Balances now, Side desk, SiteSettings site, LocalDate today, Instant at) {
        var spendable = now.spendableSubsidy(today);
        boolean grants = wanted.subsidy().isPositive();
        var expired = grants ? now.subsidy().minus(spendable) : Money.ZERO;
        var cleared = grants && wanted.mode() == SubsidyMode.CLEAR_REPLACE ? spendable : Money.ZERO;
        checkMaximum(wanted, now.cash(), spendable, cleared, site);
        var cash = now.account().purse(Purse.CASH);
        var subsidy = now.account().purse(Purse.SUBSIDY);
        var transfers = new ArrayList<Transfer>();
        add(transfers, EntryKind.EXPIRY, subsidy, Side.subsidyFund(), expired, at);
        add(transfers, EntryKind.SUBSIDY_CLEARED, subsidy, Side.subsidyFund(), cleared, at);
        add(transfers, EntryKind.SUBSIDY, Side.subsidyFund(), subsidy, wanted.subsidy(), at);
        add(transfers, EntryKind.TOP_UP, desk, cash, wanted.cash(), at);
        return new TopUpPlan(transfers, expired, cleared);
    }

    /// The maximum binds what a top-up raises: one that lowers the sum is never refused.
    private static void checkMaximum(
            TopUp wanted, Money cash, Money subsidy, Money cleared, SiteSettings site) {
        boolean sum = site.maxBalanceOf() == MaxBalanceOf.SUM;
        var before = sum ? cash.plus(subsidy) : cash;
        var kept = sum ? before.minus(cleared) : before;
        var added = sum ? wanted.cash().plus(wanted.subsidy()) : wanted.cash();
        var after = kept.plus(added);
        var limit = site.maxBalance();
        if (after.compareTo(limit) > 0 && after.compareTo(before) > 0) {
            throw Problem.of(CardProblems.MAX_BALANCE)
                    .with("of", site.maxBalanceOf().name())
                    .with("limitCents", limit.cents())
                    .with("usedCents", kept.cents())
                    .with("leftCents", limit.minus(kept).max(Money.ZERO).cents());
        }
    }

    /// What a top-up brought.
    ///
    /// @param cleared what of an earlier subsidy it cleared
    /// @param first the journal number of its first entry
    record Brought(Money cash, Money subsidy, Money cleared, long first) {}

    /// Works out the counter-entries of a top-up, or throws the problem that its money is spent.
    static List<Transfer> undo(Brought done, Balances now, Side desk, Instant at) {
        boolean cashThere = done.cash().isZero() || now.cash().covers(done.cash());
        if (!cashThere || !now.subsidy().covers(done.subsidy())) {
            throw Problem.of(CardProblems.UNDO_SPENT)
                    .with("cashCents", now.cash().cents())
                    .with("subsidyCents", now.subsidy().cents());
        }
        var cash = now.account().purse(Purse.CASH);
        var subsidy = now.account().purse(Purse.SUBSIDY);
        var transfers = new ArrayList<Transfer>();
        long cause = done.first();
        undo(transfers, cash, desk, done.cash(), at, cause);
        undo(transfers, subsidy, Side.subsidyFund(), done.subsidy(), at, cause);
        undo(transfers, Side.subsidyFund(), subsidy, done.cleared(), at, cause);
        return transfers;
    }

    private static void add(
            List<Transfer> to, EntryKind kind, Side from, Side into, Money amount, Instant at) {
        if (amount.isPositive()) {
            to.add(new Transfer(kind, from, into, amount, Overdraft.NONE, at, 0));
        }
    }

    private static void undo(
            List<Transfer> to, Side from, Side into, Money amount, Instant at, long cause) {
        if (amount.isPositive()) {
            to.add(new Transfer(EntryKind.UNDO, from, into, amount, Overdraft.NONE, at, cause));
        }
    }

    /// Returns the last day of the subsidy purse after the grant (`D-38`): one date for the whole
    /// purse; without a grant it stays.
    static Optional<LocalDate> untilAfter(TopUp wanted, Balances now) {
        return wanted.subsidy().isPositive() ? wanted.subsidyUntil() : now.subsidyUntil();
    }
}
