package onecard.platform.purchases;

/// Why somebody has to look at a record (异常记录). The names are stored.
enum FollowUpReason {
    // Not booked.
    /// Nobody ever had this card.
    UNKNOWN_CARD,
    /// Nobody can be told by this kind of instrument.
    UNKNOWN_INSTRUMENT,
    /// The number is on the books with other content: a reset or cloned terminal.
    OTHER_CONTENT,
    /// It is on the books with another charge than the terminal was told.
    OTHER_DECISION,
    /// The number was given up or taken back; the terminal says it sold.
    NUMBER_BURNT,
    /// The platform declined this very sale; the terminal says it sold.
    DECLINED_BEFORE,
    /// The books would not take it.
    NOT_BOOKABLE,

    // Booked all the same.
    /// The cash purse is below zero by it (`D-12`).
    OVERDRAWN,
    /// The card was reported lost before.
    CARD_LOST,
    /// A replaced card, after its balance was taken over (`M-185`, `D-26`).
    OLD_CARD,
    CARD_RETURNED,
    CARD_SCRAPPED,
    CARD_EXPIRED,
    ACCOUNT_CLOSED,
    ACCOUNT_FROZEN,
    /// The terminal's clock cannot be believed: it counts from its arrival (`D-50`).
    TIME_UNSURE,
    /// Power or card was lost on the way: the amount needs a look.
    AMOUNT_UNSURE
}
