package onecard.platform.ledger;

import java.util.Optional;
import java.util.regex.Pattern;

/// The number of one record in the journal: which strand, which tray, which place on it. It grows
/// along a strand and never repeats; terminals show it as the platform number.
///
/// @param value 63 bits: 11 of strand, 38 of tray, 14 of position
public record JournalNumber(long value) {
    /// The largest strand.
    public static final int STRAND_MAX = 2047;

    /// The largest position on a tray.
    public static final int POSITION_MAX = (1 << 14) - 1;

    private static final int TRAY_BITS = 38;
    private static final int POSITION_BITS = 14;
    private static final long TRAY_MAX = (1L << TRAY_BITS) - 1;

    private static final Pattern WRITTEN =
            Pattern.compile("([0-9]{1,4})-([0-9]{1,12})-([0-9]{1,5})");

    /// Returns the number of that place, or throws `IllegalArgumentException` if there is none.
    public static JournalNumber of(int strand, long tray, int position) {
        if (strand < 0 || strand > STRAND_MAX || tray < 1 || tray > TRAY_MAX) {
            throw new IllegalArgumentException("No tray " + tray + " on strand " + strand);
        }
        if (position < 0 || position > POSITION_MAX) {
            throw new IllegalArgumentException("No position " + position + " on a tray");
        }
        return new JournalNumber(
                ((long) strand << (TRAY_BITS + POSITION_BITS))
                        | (tray << POSITION_BITS)
                        | position);
    }

    /// Reads a number as people write it, `1-204-3`; empty if it is none.
    public static Optional<JournalNumber> parse(String text) {
        var parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int strand = Integer.parseInt(parts.group(1));
        long tray = Long.parseLong(parts.group(2));
        int position = Integer.parseInt(parts.group(3));
        return strand > STRAND_MAX || tray < 1 || tray > TRAY_MAX || position > POSITION_MAX
                ? Optional.empty()
                : Optional.of(of(strand, tray, position));
    }

    /// Returns the strand: who wrote it.
    public int strand() {
        return (int) (value >>> (TRAY_BITS + POSITION_BITS));
    }

    /// Returns the tray: in which transaction.
    public long tray() {
        return (value >>> POSITION_BITS) & TRAY_MAX;
    }

    /// Returns the place on the tray.
    public int position() {
        return (int) (value & POSITION_MAX);
    }

    /// Returns the number as people read it, `1-204-3`.
    @Override
    public String toString() {
        return strand() + "-" + tray() + "-" + position();
    }
}
