package onecard.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.VoidReason;
import onecard.wire.Approved;
import onecard.wire.InquiryAnswer;
import onecard.wire.InquiryRequest;
import onecard.wire.InquiryResult;
import onecard.wire.PurchaseAnswer;
import onecard.wire.PurchaseDecision;
import onecard.wire.VoidAnswer;
import onecard.wire.VoidOutcome;
import onecard.wire.VoidRequest;

/// A payment terminal (消费机) as a program. It promises what a machine at a till must:
///
/// - a number is on the disk before it is sent, and is used for one sale only;
/// - a sale without an answer is asked again under the same number until there is one, or until the
///   cashier gives up, which is told the platform until it answers (`D-33`);
/// - whatever ends the program, the next one goes on where the journal stops.
///
/// Clock, randomness, network and disk are handed in, so a simulation drives this very class. Safe
/// for use by several threads; one thing is done at a time.
public final class Terminal implements AutoCloseable {
    /// A card and amount held again within this time mean the sale whose answer was not shown yet.
    private static final Duration SAME_SALE = Duration.ofMinutes(2);

    /// Cards whose last purchase is remembered for [TerminalSetup#repeatInterval].
    private static final int CARDS_REMEMBERED = 2_000;

    private final SlipBook book;
    private final Conversation trade;
    private final Heartbeat heartbeat;
    private final Watch watch;
    private final Changes changes = new Changes();
    private final Changes errands = new Changes();
    private final ReentrantLock till = new ReentrantLock();
    private final Map<CardUid, Instant> lastPaid =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<CardUid, Instant> eldest) {
                    return size() > CARDS_REMEMBERED;
                }
            };
    private volatile TerminalSetup setup;
    private volatile long unshown;
    private volatile boolean givingUp;
    private volatile boolean closed;

    /// Begins or goes on, as the book says.
    ///
    /// @param trade session to the trade port
    /// @param records session to the records port; may be the same where one port serves both
    public Terminal(
            TerminalSetup setup,
            SlipBook book,
            Link trade,
            Link records,
            Watch watch,
            RandomGenerator random) {
        this.setup = setup;
        this.book = book;
        this.watch = watch;
        this.trade = new Conversation(trade, watch);
        this.heartbeat =
                new Heartbeat(book, new Conversation(records, watch), this.trade, watch, random);
    }

    // At the till.

    /// A card is held to the reader. Returns within about [TerminalSetup#tillTime].
    ///
    /// @param keyed what the cashier keyed; of no meaning in fixed and count mode
    public Ending purchase(Instrument.Card card, Money keyed) {
        till.lock();
        try {
            givingUp = false;
            Instant deadline = watch.instant().plus(setup.tillTime());
            Ending ending = sell(card, amount(keyed), deadline);
            unshown = 0;
            return ending;
        } finally {
            till.unlock();
            changes.happened();
        }
    }

    private Money amount(Money keyed) {
        return switch (setup.mode()) {
            case FREE_AMOUNT -> keyed;
            case FIXED_AMOUNT -> setup.fixedAmount();
            case COUNT -> Money.ZERO;
        };
    }

    private Ending sell(Instrument.Card card, Money amount, Instant deadline) {
        Optional<Slip> waiting = book.open().or(() -> book.find(unshown));
        if (waiting.isPresent() && isSameSale(waiting.get(), card, amount)) {
            Slip slip = waiting.get();
            return slip.decision()
                    .<Ending>map(decision -> new Ending.Decided(slip.seq(), decision))
                    .orElseGet(() -> ask(slip, deadline));
        }
        if (book.open().isPresent()) {
            return new Ending.StillOpen(book.open().get().seq());
        }
        if (closed) {
            return new Ending.Away("switched off");
        }
        Optional<Duration> tooSoon = tooSoon(card.uid());
        if (tooSoon.isPresent()) {
            return new Ending.TooSoon(tooSoon.get());
        }
        if (!isReady(deadline)) {
            return new Ending.Away(trade.lastError());
        }
        Mode mode = setup.mode();
        return ask(book.draw(mode, card, amount, watch.instant()), deadline);
    }

    private boolean isSameSale(Slip slip, Instrument.Card card, Money amount) {
        return slip.sale().instrument().equals(card)
                && slip.sale().amount().equals(amount)
                && slip.sale().mode() == setup.mode()
                && watch.instant().isBefore(slip.sale().terminalTime().plus(SAME_SALE));
    }

    private Optional<Duration> tooSoon(CardUid card) {
        Instant paid = lastPaid.getOrDefault(card, Instant.MIN);
        Duration since = Duration.between(paid, watch.instant());
        return since.compareTo(setup.repeatInterval()) < 0
                ? Optional.of(setup.repeatInterval().minus(since))
                : Optional.empty();
    }

    /// Tells whether a new number may be drawn: the counter is known and all voids are told.
    private boolean isReady(Instant deadline) {
        if (book.isFresh() && !heartbeat.learnCounter(setup, deadline)) {
            return false;
        }
        for (Slip slip : book.voiding()) {
            if (!(tellVoid(slip, deadline) instanceof Undone.Ended)) {
                return false;
            }
        }
        return true;
    }

    private Ending ask(Slip slip, Instant deadline) {
        long seq = slip.seq();
        return switch (trade.ask(slip.sale(), PurchaseAnswer.class, deadline, () -> givingUp)) {
            case Conversation.Told<PurchaseAnswer>(PurchaseAnswer answer) -> {
                book.settle(seq, answer, watch.instant());
                heartbeat.heard(answer.newest());
                if (answer.decision() instanceof Approved) {
                    remember(slip);
                }
                yield new Ending.Decided(seq, answer.decision());
            }
            case Conversation.Contested<PurchaseAnswer> _ -> {
                book.contest(seq, watch.instant());
                heartbeat.learnCounter(setup, deadline);
                yield new Ending.OtherContent(seq);
            }
            case Conversation.Unreadable<PurchaseAnswer>(String why) -> {
                book.wantVoid(seq, VoidReason.NO_ANSWER, watch.instant());
                errands.happened();
                yield new Ending.NotUnderstood(seq, why);
            }
            case Conversation.Untold<PurchaseAnswer>(String why) -> new Ending.NoAnswer(seq, why);
        };
    }

    private void remember(Slip slip) {
        if (slip.sale().instrument() instanceof Instrument.Card(CardUid uid, _)) {
            lastPaid.put(uid, watch.instant());
        }
    }

    /// The cashier stops waiting for an answer (冲正). Ends a [#purchase] that is waiting in another
    /// thread. A sale whose answer came but was never shown is taken back as well.
    public Undone giveUp() {
        givingUp = true;
        trade.interrupt();
        till.lock();
        try {
            givingUp = false;
            Optional<Slip> waiting = book.open().or(() -> book.find(unshown));
            unshown = 0;
            return waiting.isEmpty()
                    ? new Undone.Nothing()
                    : takeBack(waiting.get(), VoidReason.NO_ANSWER);
        } finally {
            till.unlock();
            changes.happened();
        }
    }

    /// The cashier takes back the last sale, which was accepted (撤销).
    public Undone voidLast() {
        till.lock();
        try {
            Optional<Slip> last = book.last().filter(slip -> slip.state() == Slip.State.APPROVED);
            return last.isEmpty() ? new Undone.Nothing() : takeBack(last.get(), VoidReason.CASHIER);
        } finally {
            till.unlock();
            changes.happened();
        }
    }

    private Undone takeBack(Slip slip, VoidReason reason) {
        book.wantVoid(slip.seq(), reason, watch.instant());
        if (slip.sale().instrument() instanceof Instrument.Card(CardUid uid, _)) {
            lastPaid.remove(uid);
        }
        Instant deadline = watch.instant().plus(setup.tillTime());
        for (Slip earlier : book.voiding()) {
            Undone undone = tellVoid(earlier, deadline);
            if (earlier.seq() == slip.seq() || !(undone instanceof Undone.Ended)) {
                return undone instanceof Undone.Ended ? undone : new Undone.Asking(slip.seq());
            }
        }
        throw new IllegalStateException("The void of " + slip.seq() + " is not in the book");
    }

    private Undone tellVoid(Slip slip, Instant deadline) {
        VoidRequest request =
                new VoidRequest(slip.seq(), slip.voidReason().orElse(VoidReason.NO_ANSWER));
        if (trade.ask(request, VoidAnswer.class, deadline, () -> false)
                instanceof Conversation.Told<VoidAnswer>(VoidAnswer answer)) {
            book.endVoid(slip.seq(), answer, watch.instant());
            heartbeat.heard(answer.newest());
            VoidOutcome outcome = answer.outcome();
            return new Undone.Ended(slip, outcome);
        }
        errands.happened();
        return new Undone.Asking(slip.seq());
    }

    /// Asks whose card it is and what is left. Empty if no answer came.
    public Optional<InquiryResult> inquire(Instrument.Card card) {
        till.lock();
        try {
            Instant deadline = watch.instant().plus(setup.tillTime());
            return trade.ask(new InquiryRequest(card), InquiryAnswer.class, deadline, () -> false)
                            instanceof Conversation.Told<InquiryAnswer>(InquiryAnswer answer)
                    ? Optional.of(answer.result())
                    : Optional.empty();
        } finally {
            till.unlock();
            changes.happened();
        }
    }

    // By itself.

    /// Does what is due: tells voids, asks again for the open sale, sends the heartbeat, fetches
    /// newer parameters. Whoever owns the terminal calls this again after the time it returns.
    public Duration attend() {
        boolean allTold = till.tryLock() && attendTill();
        setup = heartbeat.beatIfDue(setup);
        changes.happened();
        return heartbeat.next(allTold && book.unanswered() == 0, setup);
    }

    /// Attends until the terminal is closed or the thread is interrupted. One thread per terminal.
    public void attendAlways() {
        try {
            while (!closed) {
                long seen = errands.count();
                errands.await(seen, attend().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attendTill() {
        try {
            Instant deadline = watch.instant().plus(setup.tillTime());
            if (!isReady(deadline)) {
                return false;
            }
            Optional<Slip> open = book.open();
            if (open.isEmpty()) {
                return true;
            }
            if (ask(open.get(), deadline) instanceof Ending.Decided(long seq, PurchaseDecision _)) {
                unshown = seq;
                return true;
            }
            return false;
        } finally {
            till.unlock();
        }
    }

    /// The platform hints that something is new: the next [#attend] looks at once.
    void hinted() {
        heartbeat.hurry();
        errands.happened();
    }

    // What can be looked at.

    /// Returns how the terminal is set now.
    public TerminalSetup setup() {
        return setup;
    }

    /// Changes the working mode by hand, as the menu of the machine does (`M-030`, `M-031`).
    public void work(Mode mode, Money fixedAmount) {
        setup = setup.with(mode, fixedAmount);
        changes.happened();
    }

    /// Returns the terminal's memory.
    public SlipBook book() {
        return book;
    }

    /// Returns today's accepted purchases (`M-039`).
    public Totals today() {
        return book.totals(watch.instant());
    }

    /// Returns the terminal's clock.
    public Instant clock() {
        return watch.instant();
    }

    /// Returns how it stands with the platform.
    public Lines lines() {
        return new Lines(trade.isUp(), trade.lastHeard(), trade.lastError(), book.unanswered());
    }

    /// How it stands with the platform.
    ///
    /// @param up whether the last question was answered
    /// @param lastHeard when the platform was last heard
    /// @param lastError what last went wrong, empty if nothing did
    /// @param unanswered numbers without an answer
    public record Lines(
            boolean up, Optional<Instant> lastHeard, String lastError, int unanswered) {}

    /// Returns where to wait for changes of what can be looked at.
    public Changes changes() {
        return changes;
    }

    /// Returns the newest slips first (`M-040`).
    public List<Slip> slips(long below, int limit) {
        return book.newest(below, limit);
    }

    /// Stops; what is open stays in the journal.
    @Override
    public void close() {
        closed = true;
        givingUp = true;
        trade.close();
        heartbeat.close();
        errands.happened();
        till.lock();
        try {
            book.close();
        } finally {
            till.unlock();
        }
    }
}
