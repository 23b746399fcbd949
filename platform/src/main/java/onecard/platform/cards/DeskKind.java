package onecard.platform.cards;

/// What was done at a desk.
enum DeskKind {
    ACCOUNT_OPENED,
    CARD_ISSUED,
    CARD_EXTENDED,
    LOSS_REPORTED,
    LOSS_CANCELLED,
    CARD_REPLACED,
    DAMAGED_REPLACED,
    TAKEN_OVER,
    FROZEN,
    UNFROZEN,
    CARD_RETURNED,
    CLOSED_WITH_CARD,
    CLOSED_WITHOUT_CARD,
    REOPENED,
    TOP_UP,
    TOP_UP_UNDONE,
    REFUND,
    REFUND_UNDONE,
    MONEY_BATCH
}
