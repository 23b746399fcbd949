package onecard.platform.ledger;

/// The purses of a person: cash (现金) and subsidy (补贴), and what is held of them while a lost card's
/// late records may still come in.
public enum Purse {
    CASH(0),
    SUBSIDY(1),
    HELD_CASH(2),
    HELD_SUBSIDY(3);

    private final int code;

    Purse(int code) {
        this.code = code;
    }

    /// Returns the number that stands in the books; it never changes.
    public int code() {
        return code;
    }

    /// Returns the purse with this number, or throws `IllegalArgumentException`.
    public static Purse ofCode(int code) {
        for (Purse purse : values()) {
            if (purse.code == code) {
                return purse;
            }
        }
        throw new IllegalArgumentException("No purse has the code " + code);
    }
}
