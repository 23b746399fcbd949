package onecard.platform.faces;

/// Identifies a face terminal in the database.
///
/// @param value 1 or more
record DeviceId(int value) {
    DeviceId {
        if (value < 1) {
            throw new IllegalArgumentException("A device's id is 1 or more, not " + value);
        }
    }
}
