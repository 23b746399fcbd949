package onecard.platform.terminals;

/// Identifies a row of the register; on the wire and for people it is the serial number.
///
/// @param value 1 or more
public record TerminalId(int value) implements Comparable<TerminalId> {
    public TerminalId {
        if (value < 1) {
            throw new IllegalArgumentException("A terminal's id is 1 or more, not " + value);
        }
    }

    @Override
    public int compareTo(TerminalId other) {
        return Integer.compare(value, other.value);
    }
}
