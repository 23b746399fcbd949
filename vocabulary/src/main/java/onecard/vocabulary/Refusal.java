package onecard.vocabulary;

/// Why a purchase is refused. The order is the order of `D-51`: the first that applies is the
/// answer. The code is what travels and what is stored; it never changes.
public enum Refusal {
    TERMINAL_NOT_SERVED(1),
    NUMBER_BURNT(2),
    NFC_EMULATION_REFUSED(3),
    ILLEGAL_CARD(4),
    CARD_RETURNED(5),
    CARD_SCRAPPED(6),
    CARD_REPLACED(7),
    CARD_LOST(8),
    CARD_EXPIRED(9),
    ACCOUNT_CLOSED(10),
    ACCOUNT_FROZEN(11),
    NO_FACE_CONSENT(12),
    PIN_REQUIRED(13),
    PIN_WRONG(14),
    REPEAT_TOO_SOON(15),
    OUTSIDE_TIME_WINDOW(16),
    COUNT_LIMIT(17),
    PURCHASE_LIMIT(18),
    AMOUNT_LIMIT(19),
    INSUFFICIENT_BALANCE(20),
    /// The kind of instrument is not accepted (yet), or not by this terminal.
    INSTRUMENT_UNSUPPORTED(21),
    /// The request alone could not be booked and was set aside; an operator is told.
    NOT_BOOKABLE(22);

    private final int code;

    Refusal(int code) {
        this.code = code;
    }

    /// Returns the number by which this reason travels and is stored.
    public int code() {
        return code;
    }

    /// Returns the reason with this number, or the loud sign that there is none.
    public static Refusal ofCode(int code) {
        for (Refusal refusal : values()) {
            if (refusal.code == code) {
                return refusal;
            }
        }
        throw new IllegalArgumentException("No refusal has the code " + code);
    }
}
