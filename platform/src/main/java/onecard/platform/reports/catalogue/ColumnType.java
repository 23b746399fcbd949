package onecard.platform.reports.catalogue;

/// What stands in a column, and so how it is written.
enum ColumnType {
    /// A name, a remark.
    TEXT,
    /// A code whose words are in the message bundle.
    WORD,
    /// A day of the site.
    DAY,
    /// A moment in the zone of the site.
    MOMENT,
    /// A journal number, as strand-tray-position.
    NUMBER,
    /// How many.
    COUNT,
    /// Whole cents.
    MONEY,
    /// The number of a person, a merchant and so on; not shown, figures open by it.
    ID,
    /// The same for a code.
    CODE;

    /// Returns what a cursor's text is cast to in a statement.
    String sql() {
        return switch (this) {
            case TEXT, WORD, CODE -> "text";
            case DAY -> "date";
            case MOMENT -> "timestamptz";
            case NUMBER, COUNT, MONEY, ID -> "bigint";
        };
    }
}
