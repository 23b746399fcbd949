package onecard.platform.merchants;

/// What identifies a merchant for ever.
///
/// @param value 1 or more
public record MerchantId(int value) implements Comparable<MerchantId> {
    public MerchantId {
        if (value < 1) {
            throw new IllegalArgumentException("A merchant's id is 1 or more, not " + value);
        }
    }

    @Override
    public int compareTo(MerchantId other) {
        return Integer.compare(value, other.value);
    }
}
