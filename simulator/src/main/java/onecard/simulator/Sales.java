package onecard.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;
import onecard.vocabulary.VoidReason;
import onecard.wire.Approved;
import onecard.wire.InquiryAnswer;
import onecard.wire.InquiryRequest;
import onecard.wire.InquiryResult;
import onecard.wire.ListKind;
import onecard.wire.PurchaseAnswer;
import onecard.wire.VoidAnswer;
import onecard.wire.VoidRequest;

/// A terminal's sales: numbers drawn, asked, asked again and taken back. [Terminal] lets in one
/// thread at a time.
final class Sales {
    /// A card and amount held again within this time mean the sale whose answer was not shown yet.
    private static final Duration SAME_SALE = Duration.ofMinutes(2);

    /// Cards whose last purchase is remembered for [TerminalSetup#repeatInterval].
    private static final int CARDS_REMEMBERED = 2_000;

    private final SlipBook book;
    private final ListBook lists;
    private final CountedLine trade;
    private final Heartbeat heartbeat;
    private final Watch watch;
    private final OfflineSales offline;
    private final Map<CardUid, Instant> lastPaid =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<CardUid, Instant> eldest) {
                    return size() > CARDS_REMEMBERED;
                }
            };

    /// A sale that was decided while nobody looked at the display; 0 if there is none.
    private long unshown;

    Sales(TerminalBooks books, Conversation trade, Heartbeat heartbeat, Watch watch) {
        this.book = books.slips();
        this.lists = books.lists();
        this.trade = new CountedLine(trade, book, watch);
        this.heartbeat = heartbeat;
        this.watch = watch;
        this.offline = new OfflineSales(book, lists, watch);
    }

    private Instant deadline(TerminalSetup setup) {
        return watch.instant().plus(setup.tillTime());
    }

    /// Sells, or asks on for the same sale.
    Ending sell(TerminalSetup setup, Instrument.Card card, Money keyed, BooleanSupplier stopped) {
        Instant deadline = deadline(setup);
        Money amount =
                switch (setup.mode()) {
                    case FREE_AMOUNT -> keyed;
                    case FIXED_AMOUNT -> setup.fixedAmount();
                    case COUNT -> Money.ZERO;
                };
        Optional<Slip> waiting = waiting().filter(slip -> isSameSale(slip, setup, card, amount));
        unshown = 0;
        Optional<Ending> decided =
                waiting.flatMap(slip ->
                        slip.decision().map(decision -> new Ending.Decided(slip.seq(), decision)));
        if (decided.isPresent()) {
            return decided.get();
        }
        if (sellsAlone(setup)) {
            return sellAlone(setup, card, amount);
        }
        Ending ending =
                waiting.map(slip -> ask(setup, slip, deadline, stopped))
                        .orElseGet(() -> sellNext(setup, card, amount, deadline, stopped));
        if (!trade.isAlone(setup)) {
            return ending;
        }
        // Where the other door is heard, the platform learns of it now.
        heartbeat.hurry();
        return sellAlone(setup, card, amount);
    }

    /// Tells whether it sells without asking, for one reason or another.
    boolean sellsAlone(TerminalSetup setup) {
        return setup.purchaseMode() == PurchaseMode.STORE_AND_FORWARD || trade.isAlone(setup);
    }

    /// Sells under the next number.
    private Ending sellNext(
            TerminalSetup setup,
            Instrument.Card card,
            Money amount,
            Instant deadline,
            BooleanSupplier stopped) {
        Optional<Slip> open = book.open();
        if (open.isPresent()) {
            return new Ending.StillOpen(open.get().seq());
        }
        if (setup.checkAllowList() && !lists.contains(ListKind.ALLOW, card.uid())) {
            return new Ending.NotListed();
        }
        Optional<Duration> tooSoon = tooSoon(setup, card.uid());
        if (tooSoon.isPresent()) {
            return new Ending.TooSoon(tooSoon.get());
        }
        if (!isReady(setup, deadline, stopped)) {
            return new Ending.Away(trade.lastError());
        }
        Slip slip = book.draw(setup.mode(), card, amount, watch.instant());
        return ask(setup, slip, deadline, stopped);
    }

    /// Sells without asking.
    private Ending sellAlone(TerminalSetup setup, Instrument.Card card, Money amount) {
        Optional<Duration> tooSoon = tooSoon(setup, card.uid());
        if (tooSoon.isPresent()) {
            return new Ending.TooSoon(tooSoon.get());
        }
        Ending ending = offline.sell(setup, card, amount, heartbeat.lastHeard());
        if (ending instanceof Ending.SoldOffline) {
            lastPaid.put(card.uid(), watch.instant());
        }
        return ending;
    }

    /// Returns the sale that is open, or decided but not shown.
    private Optional<Slip> waiting() {
        return book.open().or(() -> book.find(unshown));
    }

    private boolean isSameSale(Slip slip, TerminalSetup setup, Instrument.Card card, Money amount) {
        return slip.sale().instrument().equals(card)
                && slip.sale().amount().equals(amount)
                && slip.sale().mode() == setup.mode()
                && watch.instant().isBefore(slip.sale().terminalTime().plus(SAME_SALE));
    }

    private Optional<Duration> tooSoon(TerminalSetup setup, CardUid card) {
        Instant paid = lastPaid.getOrDefault(card, Instant.MIN);
        Duration since = Duration.between(paid, watch.instant());
        return since.compareTo(setup.repeatInterval()) < 0
                ? Optional.of(setup.repeatInterval().minus(since))
                : Optional.empty();
    }

    /// Tells whether a new number may be drawn: the counter is known and all voids are told.
    private boolean isReady(TerminalSetup setup, Instant deadline, BooleanSupplier stopped) {
        if (book.isFresh() && !heartbeat.learnCounter(deadline)) {
            return false;
        }
        for (Slip slip : book.voiding()) {
            if (!(tellVoid(setup, slip, deadline, stopped) instanceof Undone.Ended)) {
                return false;
            }
        }
        return true;
    }

    private Ending ask(TerminalSetup setup, Slip slip, Instant deadline, BooleanSupplier stopped) {
        long seq = slip.seq();
        return switch (trade.ask(setup, slip.sale(), PurchaseAnswer.class, deadline, stopped)) {
            case Conversation.Told<PurchaseAnswer>(PurchaseAnswer answer) -> {
                book.settle(seq, answer, watch.instant());
                heartbeat.heard(answer.newest());
                if (answer.decision() instanceof Approved) {
                    lastPaid.put(cardOf(slip), watch.instant());
                }
                yield new Ending.Decided(seq, answer.decision());
            }
            case Conversation.Contested<PurchaseAnswer> _ -> {
                book.contest(seq, watch.instant());
                heartbeat.learnCounter(deadline);
                yield new Ending.OtherContent(seq);
            }
            case Conversation.Unreadable<PurchaseAnswer>(String why) -> {
                book.wantVoid(seq, VoidReason.NO_ANSWER, watch.instant());
                yield new Ending.NotUnderstood(seq, why);
            }
            case Conversation.Untold<PurchaseAnswer>(String why, _) ->
                    new Ending.NoAnswer(seq, why);
        };
    }

    private static CardUid cardOf(Slip slip) {
        return switch (slip.sale().instrument()) {
            case Instrument.Card(CardUid uid, _) -> uid;
            case Instrument.Face _, Instrument.NumberAndPin _, Instrument.QrToken _ ->
                    throw new IllegalStateException("Only cards are drawn numbers for");
        };
    }

    /// Stops asking and takes the sale back; one whose answer came but was never shown as well.
    Undone giveUp(TerminalSetup setup) {
        Optional<Slip> waiting = waiting();
        unshown = 0;
        return waiting.isEmpty()
                ? new Undone.Nothing()
                : takeBack(setup, waiting.get(), VoidReason.NO_ANSWER);
    }

    /// Takes back the last sale, if it was accepted.
    Undone voidLast(TerminalSetup setup) {
        Optional<Slip> last = book.last().filter(slip -> slip.state() == Slip.State.APPROVED);
        return last.isEmpty()
                ? new Undone.Nothing()
                : takeBack(setup, last.get(), VoidReason.CASHIER);
    }

    private Undone takeBack(TerminalSetup setup, Slip slip, VoidReason reason) {
        book.wantVoid(slip.seq(), reason, watch.instant());
        lastPaid.remove(cardOf(slip));
        Instant deadline = deadline(setup);
        Undone undone = new Undone.Asking(slip.seq());
        for (Slip earlier : book.voiding()) {
            Undone told = tellVoid(setup, earlier, deadline, () -> false);
            if (!(told instanceof Undone.Ended)) {
                return new Undone.Asking(slip.seq());
            }
            undone = earlier.seq() == slip.seq() ? told : undone;
        }
        return undone;
    }

    private Undone tellVoid(
            TerminalSetup setup, Slip slip, Instant deadline, BooleanSupplier stopped) {
        VoidRequest request =
                new VoidRequest(slip.seq(), slip.voidReason().orElse(VoidReason.NO_ANSWER));
        if (trade.ask(setup, request, VoidAnswer.class, deadline, stopped)
                instanceof Conversation.Told<VoidAnswer>(VoidAnswer answer)) {
            book.endVoid(slip.seq(), answer, watch.instant());
            heartbeat.heard(answer.newest());
            return new Undone.Ended(slip, answer.outcome());
        }
        return new Undone.Asking(slip.seq());
    }

    Optional<InquiryResult> inquire(TerminalSetup setup, Instrument.Card card) {
        return trade.ask(
                                setup,
                                new InquiryRequest(card),
                                InquiryAnswer.class,
                                deadline(setup),
                                () -> false)
                        instanceof Conversation.Told<InquiryAnswer>(InquiryAnswer answer)
                ? Optional.of(answer.result())
                : Optional.empty();
    }

    /// Tells what is untold.
    ///
    /// @param stopped whether somebody at the till waits for this to end
    /// @return whether nothing is left
    boolean attend(TerminalSetup setup, BooleanSupplier stopped) {
        Instant deadline = deadline(setup);
        if (!isReady(setup, deadline, stopped)) {
            return false;
        }
        Optional<Slip> open = book.open();
        if (open.isEmpty()) {
            return true;
        }
        if (ask(setup, open.get(), deadline, stopped) instanceof Ending.Decided(long seq, _)) {
            unshown = seq;
            return true;
        }
        return false;
    }

    /// Asks again from now on, if the platform answers: it was told of every number that was given
    /// up, and was brought the records. If its other door did not take them they follow; to ask is
    /// better than to trust oneself.
    void comeBack(TerminalSetup setup, BooleanSupplier stopped) {
        boolean wanted = setup.switchesAfter() > 0;
        if (wanted && (book.open().isPresent() || !book.voiding().isEmpty())) {
            return;
        }
        if (!wanted || answers(setup, stopped)) {
            book.switched(book.switchover().back(), watch.instant());
            heartbeat.hurry();
        }
    }

    private boolean answers(TerminalSetup setup, BooleanSupplier stopped) {
        return trade.counted(setup, heartbeat.askTrade(deadline(setup), stopped))
                instanceof Conversation.Told;
    }
}
