package onecard.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import onecard.vocabulary.VoidReason;
import onecard.wire.PurchaseAnswer;
import onecard.wire.PurchaseRequest;
import onecard.wire.RecordsAnswer;
import onecard.wire.StoredRecord;
import onecard.wire.VoidAnswer;
import onecard.wire.VoidRequest;

/// A terminal's memory: its counter, the sale without an answer, the voids without one, and the
/// slips of the last days. Everything is in the journal before it is here; what must not be
/// forgotten before something is sent is on the disk before the method returns.
public final class SlipBook implements AutoCloseable {
    /// A terminal keeps its slips for this long.
    public static final Duration KEPT = Duration.ofDays(30);

    /// A journal is only made shorter when it is longer than this.
    private static final int LINES_WORTH_SHORTENING = 20_000;

    /// Settled slips that can be looked at; older ones are in the journal.
    private static final int SHOWN = 1_000;

    private final Journal journal;
    private final DayTally tally;
    private final NavigableMap<Long, Slip> slips = new TreeMap<>();
    private final NavigableMap<Long, Slip> unanswered = new TreeMap<>();
    private final Store store = new Store();
    private boolean fresh = true;
    private long lastSeq;
    private long highestSettled;
    private Optional<Instant> lastTold = Optional.empty();
    private Switchover switchover = Switchover.ASKING;

    private SlipBook(Journal journal, ZoneId zone) {
        this.journal = journal;
        this.tally = new DayTally(zone);
    }

    /// Opens a book as the journal tells it.
    ///
    /// @param zone where the terminal's day begins at midnight
    /// @param at the terminal's clock: what is older than [#KEPT] may be dropped
    public static SlipBook open(Journal journal, ZoneId zone, Instant at) {
        SlipBook book = new SlipBook(journal, zone);
        List<Note> notes = journal.lines().stream().map(Notes::read).toList();
        notes.forEach(book::apply);
        if (notes.size() > LINES_WORTH_SHORTENING) {
            Shortening.of(notes, at.minus(KEPT), book.unanswered.keySet(), book.switchover)
                    .ifPresent(journal::rewrite);
        }
        return book;
    }

    /// Returns every slip of a journal, for whoever compares terminals with the platform's books.
    public static List<Slip> slipsOf(List<String> lines) {
        Map<Long, Slip> all = new TreeMap<>();
        lines.stream().map(Notes::read).forEach(note -> note.changes(all));
        return List.copyOf(all.values());
    }

    // What happens.

    /// Draws the next number for a sale. When this returns, the number is on the disk.
    synchronized Slip draw(Mode mode, Instrument.Card card, Money amount, Instant at) {
        PurchaseRequest sale =
                new PurchaseRequest(nextSeq(), mode, card, amount, at, highestSettled);
        write(new Note.Drawn(at, sale), true);
        return Optional.ofNullable(unanswered.get(sale.seq())).orElseThrow();
    }

    /// Draws the next number and sells under it without asking. When this returns, number and sale
    /// are on the disk.
    synchronized Slip sell(Mode mode, Instrument.Card card, Money amount, Instant at) {
        if (store.isFull()) {
            throw new IllegalStateException("The store is full");
        }
        var sold =
                new StoredRecord(
                        nextSeq(), mode, card, amount, at, true, false, false, Optional.empty());
        write(new Note.Sold(at, sold), true);
        return Optional.ofNullable(unanswered.get(sold.seq())).orElseThrow();
    }

    /// Keeps a receipt. Not forced to the disk: a terminal that forgets it reports again and is
    /// told that the record is known.
    synchronized void receipt(long seq, RecordsAnswer.Fate fate, Instant at) {
        write(new Note.Receipted(at, seq, fate), false);
    }

    /// Keeps a decision. Not forced to the disk: a terminal that forgets it asks again and is told
    /// the same.
    synchronized void settle(long seq, PurchaseAnswer answer, Instant at) {
        write(new Note.Settled(at, seq, answer), false);
    }

    /// Wants a number back. When this returns, the wish is on the disk.
    synchronized void wantVoid(long seq, VoidReason reason, Instant at) {
        write(new Note.VoidWanted(at, new VoidRequest(seq, reason)), true);
    }

    synchronized void endVoid(long seq, VoidAnswer answer, Instant at) {
        write(new Note.VoidEnded(at, seq, answer), false);
    }

    synchronized void contest(long seq, Instant at) {
        write(new Note.OtherContent(at, seq), true);
    }

    /// Takes the platform's word for the highest number in use. After this the book is not fresh.
    synchronized void jump(long seq, Instant at) {
        if (fresh || seq > lastSeq) {
            write(new Note.Jumped(at, seq), true);
        }
    }

    private long nextSeq() {
        if (lastSeq == PurchaseId.SEQ_MAX) {
            throw new IllegalStateException("All numbers of this terminal are used");
        }
        return lastSeq + 1;
    }

    /// Keeps whether the terminal asks or sells by itself.
    synchronized void switched(Switchover now, Instant at) {
        if (!now.equals(switchover)) {
            write(new Note.Switched(at, now), true);
        }
    }

    private void write(Note note, boolean durable) {
        journal.append(Notes.line(note), durable);
        apply(note);
    }

    private void apply(Note note) {
        if (note instanceof Note.Switched(_, Switchover now)) {
            // It says nothing of the counter: a book of such notes alone is still fresh.
            switchover = now;
            return;
        }
        fresh = false;
        if (note.isTold()) {
            lastTold = Optional.of(note.at());
        }
        // What waits is never too old to be changed.
        Optional.ofNullable(unanswered.get(note.seq()))
                .ifPresent(slip -> slips.putIfAbsent(slip.seq(), slip));
        lastSeq = Math.max(lastSeq, note.seq());
        Optional<Slip> before = Optional.ofNullable(slips.get(note.seq()));
        note.changes(slips);
        Optional<Slip> after = Optional.ofNullable(slips.get(note.seq()));
        after.ifPresent(slip -> tally.changed(before, slip));
        after.ifPresent(this::sortIn);
        while (slips.size() > SHOWN) {
            slips.pollFirstEntry();
        }
    }

    private void sortIn(Slip slip) {
        switch (slip.state()) {
            case OPEN, VOIDING -> unanswered.put(slip.seq(), slip);
            case STORED -> {
                unanswered.put(slip.seq(), slip);
                store.add(slip);
            }
            case APPROVED,
                    REPORTED,
                    DECLINED,
                    VOIDED,
                    NOTHING_CHARGED,
                    NOT_VOIDED,
                    OTHER_CONTENT -> {
                unanswered.remove(slip.seq());
                store.remove(slip.seq());
                highestSettled = Math.max(highestSettled, slip.seq());
            }
        }
    }

    // What can be asked.

    /// Tells whether nothing was ever written: the counter may have been lost.
    synchronized boolean isFresh() {
        return fresh;
    }

    synchronized Switchover switchover() {
        return switchover;
    }

    /// Returns when the platform last said something that was kept.
    synchronized Optional<Instant> lastTold() {
        return lastTold;
    }

    /// Returns the last number drawn, 0 if none was.
    public synchronized long lastSeq() {
        return lastSeq;
    }

    synchronized long highestSettled() {
        return highestSettled;
    }

    /// Returns the sale that has no answer yet; there is at most one.
    public synchronized Optional<Slip> open() {
        return unanswered.values().stream()
                .filter(slip -> slip.state() == Slip.State.OPEN)
                .findFirst();
    }

    /// Returns the voids that have no answer yet, in the order of their numbers.
    public synchronized List<Slip> voiding() {
        return unanswered.values().stream()
                .filter(slip -> slip.state() == Slip.State.VOIDING)
                .toList();
    }

    /// Returns sales that the platform does not know of, oldest first.
    synchronized List<Slip> stored(int limit) {
        return store.oldest(limit);
    }

    /// Tells what was sold without asking and the platform does not know of.
    public synchronized Stored stored(CardUid card) {
        return new Stored(store.count(), store.sum(), store.sum(card), store.isFull());
    }

    /// Tells the same of all cards together.
    synchronized Stored stored() {
        return new Stored(store.count(), store.sum(), store.sum(), store.isFull());
    }

    /// Returns the slip of the last number drawn.
    public synchronized Optional<Slip> last() {
        return Optional.ofNullable(slips.lastEntry()).map(Map.Entry::getValue);
    }

    /// Returns the slip of this number, if it is still shown.
    public synchronized Optional<Slip> find(long seq) {
        return Optional.ofNullable(slips.get(seq))
                .or(() -> Optional.ofNullable(unanswered.get(seq)));
    }

    /// Returns the slips with these numbers that are still shown, both ends included.
    synchronized List<Slip> between(long first, long last) {
        return List.copyOf(slips.subMap(first, true, last, true).values());
    }

    /// Returns slips, newest first.
    ///
    /// @param below only those with a smaller number
    public synchronized List<Slip> newest(long below, int limit) {
        return slips.headMap(below, false).descendingMap().values().stream().limit(limit).toList();
    }

    /// Returns the totals of the day in which this moment lies.
    public synchronized Totals totals(Instant at) {
        return tally.of(at);
    }

    /// Looks into what it counted.
    synchronized <T> T counted(Function<DayTally, T> look) {
        return look.apply(tally);
    }

    /// Returns how many numbers wait for an answer, and since when.
    synchronized Optional<Instant> oldestUnanswered() {
        return Optional.ofNullable(unanswered.firstEntry())
                .map(entry -> entry.getValue().sale().terminalTime());
    }

    synchronized int unanswered() {
        return unanswered.size();
    }

    @Override
    public void close() {
        journal.close();
    }
}
