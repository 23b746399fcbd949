package onecard.platform.ledger;

/// Why money moved. The code stands in the entries and never changes.
public enum EntryKind {
    /// Cash top-up at a desk (充值).
    TOP_UP(1),
    /// Subsidy granted (补贴).
    SUBSIDY(2),
    /// A purchase (消费).
    CHARGE(3),
    /// A void gave a purchase back (冲正, 撤销).
    VOID(4),
    /// Money paid out to the holder (退款).
    REFUND(5),
    /// A charge was corrected (更正收款失误).
    CORRECTION(6),
    /// A receipt entered by hand (补单).
    BACK_ENTRY(7),
    /// A balance was held or taken over (卡金补领).
    TAKE_OVER(8),
    /// A subsidy expired and went back to the fund (`D-07`).
    EXPIRY(9),
    /// A desk operation was taken back.
    UNDO(10),
    /// An earlier subsidy was cleared by a new one (清零补贴).
    SUBSIDY_CLEARED(11),
    /// A surcharge went from the merchant to its named account (`D-18`).
    SURCHARGE(12),
    /// A store-and-forward record (记账).
    RECORD(13),
    /// A card's cost was taken at the desk (卡成本); what of it is a deposit is kept apart.
    CARD_COST(14),
    /// A card's deposit was given back.
    CARD_COST_RETURNED(15),
    /// A card's deposit became the house's: the card was lost, or came back spoilt.
    CARD_COST_FORFEITED(16),
    /// A subsidy went back to the fund, by refund or because the account was closed (`D-03`).
    SUBSIDY_RETURNED(17);

    private final int code;

    EntryKind(int code) {
        this.code = code;
    }

    /// Returns the number that stands in the entries.
    public int code() {
        return code;
    }

    /// Returns the kind with this number, or throws `IllegalArgumentException`.
    public static EntryKind ofCode(int code) {
        for (EntryKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No entry has the kind " + code);
    }
}
