package onecard.platform.imports;

/// What became of a row that did not do what the preview said.
enum RowOutcome {
    NOT_WRITTEN,
    NOT_UNDONE
}
