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
    SUBSIDY_REFUND;

    /// Tells whether the money goes through the operator's drawer.
    boolean isCash() {
        return switch (this) {
            case CASH, CASH_REFUND -> true;
            case SUBSIDY, SUBSIDY_REFUND -> false;
        };
    }
}
