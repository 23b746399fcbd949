package onecard.platform.merchants;

/// What identifies an outlet for ever.
///
/// @param value 1 or more
public record OutletId(int value) {
    public OutletId {
        if (value < 1) {
            throw new IllegalArgumentException("An outlet's id is 1 or more, not " + value);
        }
    }
}
