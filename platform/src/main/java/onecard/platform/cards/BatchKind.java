package onecard.platform.cards;

/// What a batch does to each of its people.
enum BatchKind {
    /// Cash into the cash purse (批量充值).
    CASH,
    /// A subsidy from the fund.
    SUBSIDY,
    /// Cash out of the cash purse (批量退款).
    CASH_REFUND,
    /// A subsidy back to the fund.
    SUBSIDY_REFUND,
    /// Cash and subsidies in, each as a table says (批量导入充值).
    TOP_UP_TABLE,
    /// Cash and subsidies back, each as a table says (批量导入退款).
    REFUND_TABLE,
    /// Another batch is taken back.
    UNDO;

    /// Tells whether everybody gets the same, as it is asked for on a page.
    boolean isTheSameForAll() {
        return switch (this) {
            case CASH, SUBSIDY, CASH_REFUND, SUBSIDY_REFUND -> true;
            case TOP_UP_TABLE, REFUND_TABLE, UNDO -> false;
        };
    }

    /// Tells whether the money goes through the operator's drawer; of a table its rows tell.
    boolean isCash() {
        return switch (this) {
            case CASH, CASH_REFUND -> true;
            case SUBSIDY, SUBSIDY_REFUND, TOP_UP_TABLE, REFUND_TABLE, UNDO -> false;
        };
    }

    /// Tells whether subsidies are granted.
    boolean isGrant() {
        return switch (this) {
            case SUBSIDY, TOP_UP_TABLE -> true;
            case CASH, CASH_REFUND, SUBSIDY_REFUND, REFUND_TABLE, UNDO -> false;
        };
    }

    /// Tells whether money goes back.
    boolean isRefund() {
        return switch (this) {
            case CASH_REFUND, SUBSIDY_REFUND, REFUND_TABLE -> true;
            case CASH, SUBSIDY, TOP_UP_TABLE, UNDO -> false;
        };
    }
}
