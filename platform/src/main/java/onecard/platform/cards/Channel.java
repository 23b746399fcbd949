package onecard.platform.cards;

/// By which way the money of a top-up or refund came or went (`D-42`).
public enum Channel {
    CASH,
    BANK_CARD,
    TRANSFER,
    WECHAT,
    ALIPAY,
    PAYROLL,
    OTHER
}
