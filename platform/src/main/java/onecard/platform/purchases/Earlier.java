package onecard.platform.purchases;

/// What an earlier claim led to.
///
/// @param row the journal row
/// @param voided whether the purchase was taken back since
record Earlier(JournalRow row, boolean voided) {
    /// Tells whether the number was burnt by a void before any purchase came.
    boolean burnt() {
        return row.kind() == JournalRow.Kind.VOID;
    }
}
