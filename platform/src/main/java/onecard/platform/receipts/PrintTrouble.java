package onecard.platform.receipts;

/// Why a print failed.
enum PrintTrouble {
    /// Nothing is on paper.
    NOT_REACHED,
    /// It broke off, or took too long; part of it may be on paper.
    BROKE_OFF,
    /// Too many wait for this printer.
    QUEUE_FULL,
    /// The platform was stopped while it waited.
    STOPPED,
    /// The printer was removed, or its address may not be reached any more.
    NO_PRINTER
}
