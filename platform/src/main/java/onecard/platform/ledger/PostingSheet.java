package onecard.platform.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/// Works out, transfer by transfer, what each purse holds afterwards. Pure: the database checks the
/// result against the sums of the entries.
final class PostingSheet {
    /// An entry as it will stand in the journal.
    record Line(
            JournalNumber number,
            Transfer transfer,
            @Nullable Balances after,
            Optional<EntryPlace> previous,
            boolean touchesHeld) {}

    private final Tray tray;
    private final Map<AccountId, Balances> before;
    private final Map<AccountId, Balances> after = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    PostingSheet(Tray tray, Map<AccountId, Balances> before) {
        this.tray = tray;
        this.before = before;
    }

    /// Adds one transfer.
    void add(Transfer transfer) {
        JournalNumber number = tray.nextNumber();
        Optional<AccountId> account = accountOf(transfer.from()).or(() -> accountOf(transfer.to()));
        if (account.isEmpty()) {
            lines.add(new Line(number, transfer, null, Optional.empty(), false));
            return;
        }
        @Nullable Balances last = after.get(account.get());
        @Nullable Balances before = last == null ? this.before.get(account.get()) : last;
        if (before == null) {
            throw new IllegalStateException(
                    "Account " + account.get().value() + " was not locked by this transaction");
        }
        Balances moved = moved(before, transfer, new EntryPlace(tray.bookedOn(), number));
        after.put(account.get(), moved);
        lines.add(new Line(number, transfer, moved, before.newest(), touchesHeld(transfer)));
    }

    /// Returns the lines in the order in which they were added.
    List<Line> lines() {
        return lines;
    }

    /// Returns what the accounts hold now that a transfer touched.
    Map<AccountId, Balances> after() {
        return after;
    }

    private static Optional<AccountId> accountOf(Side side) {
        return switch (side) {
            case Side.PurseOf(var account, _) -> Optional.of(account);
            case Side.House _ -> Optional.empty();
        };
    }

    private static boolean touchesHeld(Transfer transfer) {
        return isHeld(transfer.from()) || isHeld(transfer.to());
    }

    private static boolean isHeld(Side side) {
        return side instanceof Side.PurseOf(_, var purse)
                && (purse == Purse.HELD_CASH || purse == Purse.HELD_SUBSIDY);
    }

    private static Balances moved(Balances before, Transfer transfer, EntryPlace place) {
        Balances taken =
                transfer.from() instanceof Side.PurseOf(_, var purse)
                        ? changed(before, purse, transfer.amount().negated(), place)
                        : before;
        Balances after =
                transfer.to() instanceof Side.PurseOf(_, var purse)
                        ? changed(taken, purse, transfer.amount(), place)
                        : taken;
        guard(before, after, transfer);
        return new Balances(
                after.account(),
                Math.addExact(before.version(), 1),
                before.facts(),
                after.cash(),
                after.subsidy(),
                after.heldCash(),
                after.heldSubsidy(),
                after.subsidyUntil(),
                Optional.of(place));
    }

    private static Balances changed(Balances b, Purse purse, Money change, EntryPlace place) {
        return new Balances(
                b.account(),
                b.version(),
                b.facts(),
                purse == Purse.CASH ? b.cash().plus(change) : b.cash(),
                purse == Purse.SUBSIDY ? b.subsidy().plus(change) : b.subsidy(),
                purse == Purse.HELD_CASH ? b.heldCash().plus(change) : b.heldCash(),
                purse == Purse.HELD_SUBSIDY ? b.heldSubsidy().plus(change) : b.heldSubsidy(),
                b.subsidyUntil(),
                Optional.of(place));
    }

    private static void guard(Balances before, Balances after, Transfer transfer) {
        if (after.subsidy().isNegative()) {
            throw new InsufficientPurse(
                    before.account(), Purse.SUBSIDY, before.subsidy(), transfer.amount());
        }
        if (after.heldSubsidy().isNegative()) {
            throw new InsufficientPurse(
                    before.account(), Purse.HELD_SUBSIDY, before.heldSubsidy(), transfer.amount());
        }
        boolean named = transfer.overdraft() != Overdraft.NONE;
        if (sinks(before.cash(), after.cash()) && !named) {
            throw new InsufficientPurse(
                    before.account(), Purse.CASH, before.cash(), transfer.amount());
        }
        if (sinks(before.heldCash(), after.heldCash()) && !named) {
            throw new InsufficientPurse(
                    before.account(), Purse.HELD_CASH, before.heldCash(), transfer.amount());
        }
    }

    private static boolean sinks(Money before, Money after) {
        return after.isNegative() && after.compareTo(before) < 0;
    }
}
