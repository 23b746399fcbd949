package onecard.vocabulary;

/// Why a terminal takes a number back (`D-33`).
public enum VoidReason {
    /// No answer came and the cashier gave up (冲正): always accepted, whichever message came first.
    NO_ANSWER,
    /// The cashier takes back an accepted sale (撤销): same terminal, same meal, within minutes.
    CASHIER
}
