package onecard.platform.receipts;

/// Offered by the room that knows what stands on a kind of receipt.
public interface ReceiptSource {
    /// Which receipts it makes.
    ReceiptSubject subject();

    /// Makes a receipt in the language of the operator at work, with figures from the books.
    ///
    /// @throws onecard.platform.system.Problem if there is no such thing, or if the operator at
    ///   work may not read it
    Receipt of(String id);
}
