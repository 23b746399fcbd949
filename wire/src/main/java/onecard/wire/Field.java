package onecard.wire;

/// A key of a map and the name by which the reference and the diagnostics call it.
record Field(int key, String name) {}
