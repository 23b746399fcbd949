package onecard.platform.system;

/// What the maximum balance limits (`D-02`): cash and subsidy together, or the cash purse alone.
public enum MaxBalanceOf {
    SUM,
    CASH
}
