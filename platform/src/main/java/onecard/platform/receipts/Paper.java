package onecard.platform.receipts;

/// What a printer prints on.
///
/// @param width how wide
/// @param rare what becomes of characters it may not have
record Paper(Width width, RareCharacters rare) {
    /// The widths there are, in columns of the usual font.
    enum Width {
        /// 58 mm.
        COLUMNS_32(32),
        /// 80 mm.
        COLUMNS_48(48);

        private final int columns;

        Width(int columns) {
            this.columns = columns;
        }

        int columns() {
            return columns;
        }
    }

    /// What becomes of characters outside the two-byte set, which many printers take for two
    /// others.
    enum RareCharacters {
        /// Written as 〓.
        REPLACE,
        /// Sent with their four bytes, to a printer that knows all of GB18030.
        SEND
    }
}
