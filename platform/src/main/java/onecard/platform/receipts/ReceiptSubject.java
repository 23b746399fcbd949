package onecard.platform.receipts;

/// What a receipt is about.
public enum ReceiptSubject {
    /// Something done at a desk, by the number of the operation.
    OPERATION,
    /// A cashier's shift, by its number.
    SHIFT,
    /// A corrected charge or a purchase entered by hand, by its journal number: `1-204-3`.
    CORRECTION,
    /// A page to try a printer with, by the number of the printer.
    TEST
}
