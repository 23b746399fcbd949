package onecard.wire;

/// The state of a card as a till shows it (`D-21`).
public enum CardState {
    ISSUED(1),
    LOST(2),
    REPLACED(3),
    RETURNED(4),
    SCRAPPED(5),
    EXPIRED(6),
    /// The person has no card and pays otherwise.
    NONE(7);

    private final int code;

    CardState(int code) {
        this.code = code;
    }

    /// Returns the number by which this state travels.
    public int code() {
        return code;
    }
}
