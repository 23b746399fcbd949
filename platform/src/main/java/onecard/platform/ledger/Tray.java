package onecard.platform.ledger;

import java.time.Instant;
import java.time.LocalDate;

/// One transaction's worth of journal records on one strand, open until the transaction ends. It
/// hands out the places on it, one after the other. Not for two threads.
public final class Tray {
    private final int strand;
    private final long number;
    private final Instant bookedAt;
    private final LocalDate bookedOn;
    private int next;

    Tray(int strand, long number, Instant bookedAt, LocalDate bookedOn) {
        this.strand = strand;
        this.number = number;
        this.bookedAt = bookedAt;
        this.bookedOn = bookedOn;
    }

    /// Returns the number of the next free place, and takes it.
    public JournalNumber nextNumber() {
        return JournalNumber.of(strand, number, next++);
    }

    /// Returns when everything on this tray is booked: the node's clock, read once.
    public Instant bookedAt() {
        return bookedAt;
    }

    /// Returns the day of booking in the site's zone; it says in which partition the records lie.
    public LocalDate bookedOn() {
        return bookedOn;
    }

    /// Returns the strand, which belongs to one node.
    public int strand() {
        return strand;
    }

    long number() {
        return number;
    }
}
