package onecard.platform.imports;

/// Which import is meant.
record ImportOrder(int importId) {}
