package onecard.platform.ledger;

/// Why a cash purse may go below zero (`D-12`). Without one of these the database refuses it.
public enum Overdraft {
    /// It may not.
    NONE(0),
    /// The group of the person has an allowance.
    GROUP_ALLOWANCE(1),
    /// A store-and-forward record reports what already happened.
    RECORD(2),
    /// A late record of a card that was replaced since.
    LATE_RECORD(3),
    /// An operator whose role may overdraw corrected a charge or entered one.
    OPERATOR(4);

    private final int code;

    Overdraft(int code) {
        this.code = code;
    }

    /// Returns the number that stands in the entries.
    public int code() {
        return code;
    }
}
