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
import onecard.platform.system.Problem;
import onecard.platform.system.SiteSettings;
import onecard.vocabulary.Money;

/// What a line of a batch does to the purses, worked out before anything is booked: for the preview
/// and under the lock alike. Pure.
///
/// @param transfers in the order in which they are booked
/// @param cleared what of an earlier subsidy is cleared
/// @param untilBefore the last day of the subsidy purse so far
/// @param after what the purses hold then
record LinePlan(
        List<Transfer> transfers, Money cleared, Optional<LocalDate> untilBefore, Balances after) {
    LinePlan {
        transfers = List.copyOf(transfers);
    }

    /// Tells whether the last day of the subsidy purse is set.
    boolean changesUntil() {
        return !after.subsidyUntil().equals(untilBefore);
    }

    /// Works out cash and a subsidy that come in, or throws the problem `max-balance`.
    static LinePlan topUp(
            BatchLine line,
            Balances now,
            Channel channel,
            Side drawer,
            SiteSettings site,
            Instant at) {
        var wanted = line.topUp(channel);
        var plan = TopUpPlan.of(wanted, now, drawer, site, site.siteDay(at), at);
        return of(plan.transfers(), plan.cleared(), now, TopUpPlan.untilAfter(wanted, now));
    }

    /// Works out cash and a subsidy that go back, or throws the problem that there is less.
    static LinePlan refund(
            BatchLine line, Balances now, Side drawer, SiteSettings site, Instant at) {
        var spendable = now.spendableSubsidy(site.siteDay(at));
        if (line.cash().isPositive() && !now.cash().covers(line.cash())
                || !spendable.covers(line.subsidy())) {
            throw Problem.of(CardProblems.REFUND_TOO_HIGH)
                    .with("cashCents", now.cash().max(Money.ZERO).cents())
                    .with("subsidyCents", spendable.cents());
        }
        var moves = new ArrayList<Transfer>();
        add(moves, EntryKind.REFUND, now.account().purse(Purse.CASH), drawer, line.cash(), at, 0);
        add(
                moves,
                EntryKind.SUBSIDY_RETURNED,
                now.account().purse(Purse.SUBSIDY),
                Side.subsidyFund(),
                line.subsidy(),
                at,
                0);
        return of(moves, Money.ZERO, now, now.subsidyUntil());
    }

    /// Works out the counter-entries of what came in, or throws the problem that it is spent.
    static LinePlan undoTopUp(BookedLine done, Balances now, Side drawer, Instant at) {
        var line = done.line();
        var moves =
                TopUpPlan.undo(
                        new TopUpPlan.Brought(
                                line.cash(), line.subsidy(), done.cleared(), done.first()),
                        now,
                        drawer,
                        at);
        return of(
                moves,
                Money.ZERO,
                now,
                line.subsidy().isPositive() ? done.untilBefore() : now.subsidyUntil());
    }

    /// Works out the counter-entries of what went back; the maximum balance does not bind it
    /// (`D-02`).
    static LinePlan undoRefund(BookedLine done, Balances now, Side drawer, Instant at) {
        var line = done.line();
        if (line.subsidy().isPositive() && !now.subsidyUntil().equals(done.untilBefore())) {
            throw Problem.of(CardProblems.UNDO_NOT_LATEST);
        }
        var moves = new ArrayList<Transfer>();
        var account = now.account();
        add(
                moves,
                EntryKind.UNDO,
                drawer,
                account.purse(Purse.CASH),
                line.cash(),
                at,
                done.first());
        add(
                moves,
                EntryKind.UNDO,
                Side.subsidyFund(),
                account.purse(Purse.SUBSIDY),
                line.subsidy(),
                at,
                done.first());
        return of(moves, Money.ZERO, now, now.subsidyUntil());
    }

    private static void add(
            List<Transfer> to,
            EntryKind kind,
            Side from,
            Side into,
            Money amount,
            Instant at,
            long cause) {
        if (amount.isPositive()) {
            to.add(new Transfer(kind, from, into, amount, Overdraft.NONE, at, cause));
        }
    }

    private static LinePlan of(
            List<Transfer> transfers, Money cleared, Balances now, Optional<LocalDate> until) {
        var after =
                new Balances(
                        now.account(),
                        now.version(),
                        now.facts(),
                        now.cash().plus(change(transfers, Purse.CASH)),
                        now.subsidy().plus(change(transfers, Purse.SUBSIDY)),
                        now.heldCash(),
                        now.heldSubsidy(),
                        until,
                        now.newest());
        return new LinePlan(transfers, cleared, now.subsidyUntil(), after);
    }

    /// What transfers bring into purses of one kind; negative: out of them.
    static Money change(List<Transfer> transfers, Purse purse) {
        var sum = Money.ZERO;
        for (var transfer : transfers) {
            if (transfer.to() instanceof Side.PurseOf(_, var into) && into == purse) {
                sum = sum.plus(transfer.amount());
            }
            if (transfer.from() instanceof Side.PurseOf(_, var from) && from == purse) {
                sum = sum.minus(transfer.amount());
            }
        }
        return sum;
    }
}
