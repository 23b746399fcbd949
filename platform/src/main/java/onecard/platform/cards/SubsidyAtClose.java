package onecard.platform.cards;

/// Where a subsidy goes when its account is closed (`D-03`).
public enum SubsidyAtClose {
    /// Back to the fund.
    FUND,
    /// Out to the holder, like cash.
    PAY_OUT
}
