package onecard.vocabulary;

/// What identifies a transaction for ever (`W-01`): the terminal and the number it drew before it
/// sent anything. A number is used for one thing and never again.
///
/// @param terminal the serial number of the terminal
/// @param seq the terminal's own counter (流水号), 1 to [#SEQ_MAX]
public record PurchaseId(SerialNo terminal, long seq) {
    /// The largest number a terminal can draw: 32 bits without a sign.
    public static final long SEQ_MAX = 0xFFFF_FFFFL;

    public PurchaseId {
        if (!exists(seq)) {
            throw new IllegalArgumentException(
                    "A sequence number is 1 to " + SEQ_MAX + ", not " + seq);
        }
    }

    /// Tells whether there is such a sequence number.
    public static boolean exists(long seq) {
        return seq >= 1 && seq <= SEQ_MAX;
    }

    @Override
    public String toString() {
        return terminal + "#" + seq;
    }
}
