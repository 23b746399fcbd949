package onecard.platform.receipts;

/// How far a print is.
enum PrintState {
    /// In the queue of a printer.
    WAITING,
    /// The printer has taken it.
    DONE,
    /// It is not on paper, or only in part.
    FAILED,
    /// Given to the desk: to its bridge or its browser.
    HANDED
}
