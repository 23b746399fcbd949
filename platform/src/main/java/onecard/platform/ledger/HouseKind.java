package onecard.platform.ledger;

/// What an account of the house is for. The code stands in the entries and never changes.
public enum HouseKind {
    /// Takings of a merchant.
    MERCHANT(1),
    /// What one operator took in and paid out at the desk.
    DESK(2),
    /// Where subsidies come from.
    SUBSIDY_FUND(3),
    /// Card deposits (押金).
    CARD_DEPOSITS(4),
    /// Money without a known owner.
    UNASSIGNED(5),
    /// Opening balances taken over from elsewhere.
    OPENING(6),
    /// Surcharges of trade rules, one account per rule.
    SURCHARGE(7),
    /// What of card costs is never returned (工本费).
    CARD_FEES(8);

    private final int code;

    HouseKind(int code) {
        this.code = code;
    }

    /// Returns the number that stands in the entries.
    public int code() {
        return code;
    }

    static HouseKind ofCode(int code) {
        for (HouseKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No house account has the kind " + code);
    }
}
