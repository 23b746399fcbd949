package onecard.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import onecard.vocabulary.VoidReason;
import onecard.wire.Approved;
import onecard.wire.PurchaseAnswer;
import onecard.wire.PurchaseRequest;
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

    /// Less than any purchase charges: the slip does not count.
    private static final Money UNCOUNTED = Money.ofCents(-1);

    private final Journal journal;
    private final ZoneId zone;
    private final NavigableMap<Long, Slip> slips = new TreeMap<>();
    private final NavigableMap<Long, Slip> unanswered = new TreeMap<>();
    private boolean fresh = true;
    private long lastSeq;
    private long highestSettled;
    private LocalDate day = LocalDate.EPOCH;
    private Totals totals = Totals.NONE;

    private SlipBook(Journal journal, ZoneId zone) {
        this.journal = journal;
        this.zone = zone;
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
            book.shorten(notes, at.minus(KEPT));
        }
        return book;
    }

    /// Returns every slip of a journal, for whoever compares terminals with the platform's books.
    public static List<Slip> slipsOf(List<String> lines) {
        Map<Long, Slip> all = new TreeMap<>();
        lines.stream().map(Notes::read).forEach(note -> note(all, note));
        return List.copyOf(all.values());
    }

    private void shorten(List<Note> notes, Instant before) {
        List<String> kept = new ArrayList<>();
        long dropped = 0;
        for (Note note : notes) {
            if (note.at().isBefore(before) && !unanswered.containsKey(seqOf(note))) {
                dropped = Math.max(dropped, seqOf(note));
            } else {
                kept.add(Notes.line(note));
            }
        }
        if (dropped > 0) {
            kept.addFirst(Notes.line(new Note.Jumped(before, dropped)));
            journal.rewrite(kept);
        }
    }

    private static long seqOf(Note note) {
        return switch (note) {
            case Note.Drawn(_, var sale) -> sale.seq();
            case Note.Settled(_, long seq, _) -> seq;
            case Note.VoidWanted(_, var request) -> request.seq();
            case Note.VoidEnded(_, long seq, _) -> seq;
            case Note.OtherContent(_, long seq) -> seq;
            case Note.Jumped(_, long seq) -> seq;
        };
    }

    // What happens.

    /// Draws the next number for a sale. When this returns, the number is on the disk.
    synchronized Slip draw(Mode mode, Instrument.Card card, Money amount, Instant at) {
        if (lastSeq == PurchaseId.SEQ_MAX) {
            throw new IllegalStateException("All numbers of this terminal are used");
        }
        PurchaseRequest sale =
                new PurchaseRequest(lastSeq + 1, mode, card, amount, at, highestSettled);
        write(new Note.Drawn(at, sale), true);
        return Optional.ofNullable(unanswered.get(sale.seq())).orElseThrow();
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

    private void write(Note note, boolean durable) {
        journal.append(Notes.line(note), durable);
        apply(note);
    }

    private void apply(Note note) {
        fresh = false;
        lastSeq = Math.max(lastSeq, seqOf(note));
        Money before =
                Optional.ofNullable(slips.get(seqOf(note))).map(this::counted).orElse(UNCOUNTED);
        note(slips, note);
        Optional<Slip> slip = Optional.ofNullable(slips.get(seqOf(note)));
        slip.ifPresent(now -> tally(now, before));
        slip.ifPresent(this::sortIn);
        while (slips.size() > SHOWN) {
            slips.pollFirstEntry();
        }
    }

    private Money counted(Slip slip) {
        boolean counts =
                slip.decision().filter(Approved.class::isInstance).isPresent()
                        && switch (slip.state()) {
                            case APPROVED, VOIDING, NOT_VOIDED -> true;
                            case OPEN, DECLINED, VOIDED, NOTHING_CHARGED, OTHER_CONTENT -> false;
                        };
        return counts ? slip.standing() : UNCOUNTED;
    }

    private void tally(Slip slip, Money before) {
        LocalDate saleDay = LocalDate.ofInstant(slip.sale().terminalTime(), zone);
        if (saleDay.isAfter(day)) {
            day = saleDay;
            totals = Totals.NONE;
        }
        Money after = counted(slip);
        if (!saleDay.equals(day) || before.equals(after)) {
            return;
        }
        totals = after.equals(UNCOUNTED) ? totals.minus(before) : totals.plus(after);
    }

    private void sortIn(Slip slip) {
        switch (slip.state()) {
            case OPEN, VOIDING -> unanswered.put(slip.seq(), slip);
            case APPROVED, DECLINED, VOIDED, NOTHING_CHARGED, NOT_VOIDED, OTHER_CONTENT -> {
                unanswered.remove(slip.seq());
                highestSettled = Math.max(highestSettled, slip.seq());
            }
        }
    }

    /// Changes one slip as the note says. Notes about numbers whose sale was dropped say nothing.
    private static void note(Map<Long, Slip> slips, Note note) {
        switch (note) {
            case Note.Drawn(_, var sale) -> slips.put(sale.seq(), Slip.of(sale));
            case Note.Settled(_, long seq, var answer) ->
                    slips.computeIfPresent(seq, (_, slip) -> slip.decided(answer.decision()));
            case Note.VoidWanted(_, var request) ->
                    slips.computeIfPresent(
                            request.seq(), (_, slip) -> slip.toVoid(request.reason()));
            case Note.VoidEnded(_, long seq, var answer) ->
                    slips.computeIfPresent(seq, (_, slip) -> slip.voidEnded(answer.outcome()));
            case Note.OtherContent(_, long seq) ->
                    slips.computeIfPresent(seq, (_, slip) -> slip.contested());
            case Note.Jumped _ -> {}
        }
    }

    // What can be asked.

    /// Tells whether nothing was ever written: the counter may have been lost.
    synchronized boolean isFresh() {
        return fresh;
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

    /// Returns the slip of the last number drawn.
    public synchronized Optional<Slip> last() {
        return Optional.ofNullable(slips.lastEntry()).map(Map.Entry::getValue);
    }

    /// Returns the slip of this number, if it is still shown.
    public synchronized Optional<Slip> find(long seq) {
        return Optional.ofNullable(slips.get(seq));
    }

    /// Returns slips, newest first.
    ///
    /// @param below only those with a smaller number
    public synchronized List<Slip> newest(long below, int limit) {
        return slips.headMap(below, false).descendingMap().values().stream().limit(limit).toList();
    }

    /// Returns the totals of the day in which this moment lies.
    public synchronized Totals totals(Instant at) {
        return LocalDate.ofInstant(at, zone).equals(day) ? totals : Totals.NONE;
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
