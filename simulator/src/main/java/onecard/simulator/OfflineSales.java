package onecard.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Money;
import onecard.vocabulary.VoidReason;
import onecard.wire.ListKind;
import onecard.wire.OfflineLimits;

/// Selling without asking (脱机记账): against the terminal's own lists and limits (`D-34`), and into
/// its own store, until the platform has the record. [Terminal] lets in one thread at a time.
final class OfflineSales {
    private final SlipBook book;
    private final ListBook lists;
    private final Watch watch;

    OfflineSales(SlipBook book, ListBook lists, Watch watch) {
        this.book = book;
        this.lists = lists;
        this.watch = watch;
    }

    /// Sells, or says why not. A sale that waits for an answer is given up first: a number is used
    /// for one thing. It is given up even if nothing is sold then, for nobody was told that it was
    /// paid.
    ///
    /// @param lastHeard when the platform last said which lists are the newest
    Ending sell(
            TerminalSetup setup, Instrument.Card card, Money amount, Optional<Instant> lastHeard) {
        if (book.isFresh()) {
            return new Ending.Away("the counter is not known");
        }
        Instant now = watch.instant();
        book.open().ifPresent(slip -> book.wantVoid(slip.seq(), VoidReason.NO_ANSWER, now));
        Optional<Ending.WhyNot> objection = objection(setup.offline(), card, amount, lastHeard);
        if (objection.isPresent()) {
            return new Ending.NotSold(objection.get());
        }
        Slip sold = book.sell(setup.mode(), card, amount, now);
        return new Ending.SoldOffline(sold.seq(), amount);
    }

    private Optional<Ending.WhyNot> objection(
            OfflineLimits limits, Instrument.Card held, Money amount, Optional<Instant> lastHeard) {
        if (held.emulated()) {
            return Optional.of(Ending.WhyNot.CARD_EMULATED);
        }
        CardUid card = held.uid();
        if (lists.contains(ListKind.BLOCK, card)) {
            return Optional.of(Ending.WhyNot.CARD_BLOCKED);
        }
        if (!lists.contains(ListKind.ALLOW, card)) {
            return Optional.of(Ending.WhyNot.CARD_NOT_LISTED);
        }
        if (limits.listAge().filter(age -> isOlder(lastHeard, age)).isPresent()) {
            return Optional.of(Ending.WhyNot.LISTS_TOO_OLD);
        }
        var stored = book.stored(card);
        if (stored.isFull()) {
            return Optional.of(Ending.WhyNot.STORE_FULL);
        }
        if (exceeds(limits.perPurchase(), amount)) {
            return Optional.of(Ending.WhyNot.PURCHASE_LIMIT);
        }
        if (exceeds(limits.perCard(), stored.ofCard().plus(amount))) {
            return Optional.of(Ending.WhyNot.CARD_LIMIT);
        }
        return exceeds(limits.perTerminal(), stored.sum().plus(amount))
                ? Optional.of(Ending.WhyNot.TERMINAL_LIMIT)
                : Optional.empty();
    }

    private boolean isOlder(Optional<Instant> lastHeard, Duration age) {
        return lastHeard.filter(at -> !at.plus(age).isBefore(watch.instant())).isEmpty();
    }

    private static boolean exceeds(Optional<Money> limit, Money sum) {
        return limit.filter(most -> !most.covers(sum)).isPresent();
    }
}
