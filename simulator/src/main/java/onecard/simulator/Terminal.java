package onecard.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.wire.InquiryResult;

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
    private final SlipBook book;
    private final TerminalBooks books;
    private final TerminalSetup inFile;
    private final Menu menu;
    private final Conversation trade;
    private final Heartbeat heartbeat;
    private final Watch watch;
    private final Changes changes = new Changes();
    private final Changes errands = new Changes();
    private final ReentrantLock till = new ReentrantLock();
    private final Sales sales;
    private volatile TerminalSetup setup;
    private volatile boolean givingUp;
    private volatile boolean closed;

    /// Begins or goes on, as the book says, with lists that are forgotten when it ends.
    public Terminal(
            TerminalSetup setup,
            SlipBook book,
            Link trade,
            Link records,
            Watch watch,
            RandomGenerator random) {
        this(
                setup,
                TerminalBooks.with(book, ListBook.open(new MemoryJournal())),
                trade,
                records,
                watch,
                random);
    }

    /// Begins or goes on, as the books say.
    ///
    /// @param trade session to the trade port
    /// @param records session to the records port; may be the same where one port serves both
    public Terminal(
            TerminalSetup setup,
            TerminalBooks books,
            Link trade,
            Link records,
            Watch watch,
            RandomGenerator random) {
        this.books = books;
        this.book = books.slips();
        this.inFile = setup;
        this.watch = watch;
        this.trade = new Conversation(trade, watch);
        var toRecords = new Conversation(records, watch);
        this.menu = new Menu(books, this.trade, toRecords, watch);
        this.setup = asTold();
        this.heartbeat = new Heartbeat(books, toRecords, this.trade, watch, random);
        this.sales = new Sales(books, this.trade, heartbeat, watch);
    }

    // At the till.

    /// A card is held to the reader. Returns within about [TerminalSetup#tillTime].
    ///
    /// @param keyed what the cashier keyed; of no meaning in fixed and count mode
    public Ending purchase(Instrument.Card card, Money keyed) {
        hurryAlong();
        return alone(() -> {
            if (closed) {
                return new Ending.Away("switched off");
            }
            givingUp = false;
            return sales.sell(setup(), menu.seen(card), keyed, () -> givingUp);
        });
    }

    /// Who sells without asking does not wait for what the terminal asks by itself.
    private void hurryAlong() {
        if (till.isLocked() && sales.sellsAlone(setup())) {
            trade.interrupt();
        }
    }

    /// The cashier stops waiting for an answer (冲正). Ends a [#purchase] that is waiting in another
    /// thread. A sale whose answer came but was never shown is taken back as well.
    public Undone giveUp() {
        givingUp = true;
        trade.interrupt();
        return alone(() -> sales.giveUp(setup()));
    }

    /// The cashier takes back the last sale, which was accepted (撤销).
    public Undone voidLast() {
        return alone(() -> sales.voidLast(setup()));
    }

    /// Asks whose card it is and what is left. Empty if no answer came.
    public Optional<InquiryResult> inquire(Instrument.Card card) {
        return alone(() -> sales.inquire(setup(), menu.seen(card)));
    }

    private <T> T alone(Supplier<T> work) {
        till.lock();
        try {
            return work.get();
        } finally {
            till.unlock();
            changes.happened();
            if (book.unanswered() > 0 || heartbeat.isDue()) {
                errands.happened();
            }
        }
    }

    // By itself.

    /// Does what is due: tells voids, asks again for the open sale, sends the heartbeat, fetches
    /// newer parameters. Whoever owns the terminal calls this again after the time it returns.
    public Duration attend() {
        boolean allTold = till.tryLock() && attendSales();
        heartbeat.beatIfDue(setup);
        heartbeat.report(this::ifTillIsFree);
        if (book.switchover().isAlone()) {
            ifTillIsFree(() -> sales.comeBack(setup(), till::hasQueuedThreads));
        }
        if (books.parameters().version() != setup.parameterVersion()) {
            refresh();
        }
        changes.happened();
        boolean done = allTold && book.unanswered() == 0 && !book.switchover().isAlone();
        Duration next = heartbeat.next(done, setup);
        return setup.untilChange(watch.instant())
                .filter(change -> change.compareTo(next) < 0)
                .orElse(next);
    }

    private void ifTillIsFree(Runnable work) {
        if (till.tryLock()) {
            try {
                work.run();
            } finally {
                till.unlock();
            }
        }
    }

    private TerminalSetup asTold() {
        return menu.over(books.parameters().parameters().map(inFile::with).orElse(inFile));
    }

    private synchronized void refresh() {
        setup = asTold();
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

    private boolean attendSales() {
        try {
            return sales.attend(setup(), till::hasQueuedThreads);
        } finally {
            till.unlock();
        }
    }

    /// The platform hints that something is new: the next [#attend] looks at once.
    public void hinted() {
        heartbeat.hurry();
        errands.happened();
    }

    // What can be looked at.

    /// Returns how the terminal works now: in the mode that its plan says for this moment.
    public TerminalSetup setup() {
        return setup.at(watch.instant());
    }

    /// Changes the working mode by hand, as the menu of the machine does (`M-030`, `M-031`).
    ///
    /// @param fixedAmount zero leaves it as it is
    public void work(Mode mode, Money fixedAmount) {
        if (fixedAmount.isPositive()) {
            keyIn(Setting.FIXED_AMOUNT, Long.toString(fixedAmount.cents()));
        }
        keyIn(Setting.WORKING_MODE, mode.name());
    }

    /// Keys something into the menu. Who sells by hand without asking is told of to the platform at
    /// once.
    Menu.Outcome keyIn(Setting setting, String value) {
        return alone(() -> {
            Menu.Outcome outcome = menu.set(setting, value, setup);
            refresh();
            if (setting == Setting.WORKING_STATUS) {
                heartbeat.hurry();
            }
            return outcome;
        });
    }

    /// Returns what is keyed into it.
    Menu menu() {
        return menu;
    }

    /// Returns the terminal's memory.
    public SlipBook book() {
        return book;
    }

    /// Returns the lists of cards it keeps.
    public ListBook lists() {
        return books.lists();
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
        return new Lines(
                trade.isUp(),
                trade.lastHeard(),
                trade.lastError(),
                book.unanswered(),
                book.switchover().aloneSince());
    }

    /// Returns since when it sells without asking because somebody keyed that in (`M-035`).
    Optional<Instant> aloneByHand() {
        return books.aloneByHand();
    }

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
            books.close();
        } finally {
            till.unlock();
        }
    }
}
