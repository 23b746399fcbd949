package onecard.platform.purchases;

/// A number that a terminal uses once.
///
/// @param terminal the id of the terminal, which stands for its serial number
/// @param seq the terminal's counter
record Claim(int terminal, long seq) implements Comparable<Claim> {
    @Override
    public int compareTo(Claim other) {
        return terminal == other.terminal
                ? Long.compare(seq, other.seq)
                : Integer.compare(terminal, other.terminal);
    }
}
