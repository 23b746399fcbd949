package onecard.platform.rules;

/// Identifies what a limit counts: the purchases that one rule, as it stands, covers in one kind of
/// window. When the rule comes to cover other purchases, the limit gets a new identity.
public record LimitId(int value) implements Comparable<LimitId> {
    @Override
    public int compareTo(LimitId other) {
        return Integer.compare(value, other.value);
    }
}
