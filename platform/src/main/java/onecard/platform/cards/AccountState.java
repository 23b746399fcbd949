package onecard.platform.cards;

/// Whether a person can pay at all (`D-21`), with whatever instrument.
public enum AccountState {
    OPEN,
    /// Nothing works until it is unfrozen (冻结).
    FROZEN,
    /// The account is closed for good (销户).
    CLOSED
}
