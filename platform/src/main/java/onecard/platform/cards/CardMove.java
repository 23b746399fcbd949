package onecard.platform.cards;

/// What the card centre does with a person's card or account.
enum CardMove {
    OPEN_ACCOUNT,
    /// Issue a card (发卡).
    ISSUE,
    /// Extend a card's lifetime (`D-25`).
    EXTEND,
    REPORT_LOSS,
    CANCEL_LOSS,
    /// Replace a lost card; the balance goes with it (`M-182`).
    REPLACE,
    /// Replace a lost card; the balance is held for the waiting days (`M-178`).
    REPLACE_AND_HOLD,
    /// Replace a damaged card that is in hand (`D-23`).
    REPLACE_DAMAGED,
    /// Take over a held balance (卡金补领).
    TAKE_OVER,
    FREEZE,
    UNFREEZE,
    /// Give the card back; the account stays (`D-21`).
    RETURN_CARD,
    /// Cancel with the card, which can be issued again (有卡注销).
    CLOSE_WITH_CARD,
    /// Cancel without the card, which is never accepted again (无卡注销).
    CLOSE_WITHOUT_CARD,
    /// Cancel one of the frozen in a batch (批量注销).
    CLOSE_FROZEN,
    /// Open a closed account again, for somebody who came back.
    REOPEN
}
