package onecard.platform.system;

/// Which purse pays first (`D-01`).
public enum PurseOrder {
    SUBSIDY_FIRST,
    CASH_FIRST
}
