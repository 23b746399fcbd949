package onecard.vocabulary;

/// How the price of a purchase comes about (工作模式, `M-100` to `M-102`).
public enum Mode {
    /// The cashier keys the amount (普通模式).
    FREE_AMOUNT,
    /// Every purchase takes the amount set at the terminal (定值模式).
    FIXED_AMOUNT,
    /// No money moves, one count is recorded (计次模式).
    COUNT
}
