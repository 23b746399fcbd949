package onecard.platform.purchases;

/// What an earlier claim led to.
///
/// @param row the journal row
/// @param voided whether the purchase was taken back since
/// @param charged what it costs now: the row's bill with the corrections that were made since
record Earlier(JournalRow row, boolean voided, Bill charged) {
    Earlier(JournalRow row, boolean voided) {
        this(row, voided, row.bill());
    }

    /// Tells whether the number was burnt by a void before any purchase came.
    boolean burnt() {
        return row.kind() == JournalRow.Kind.VOID;
    }
}
