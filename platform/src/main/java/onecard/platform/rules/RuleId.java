package onecard.platform.rules;

/// Identifies a trade rule (交易规则) for ever; a changed rule keeps it.
public record RuleId(int value) implements Comparable<RuleId> {
    @Override
    public int compareTo(RuleId other) {
        return Integer.compare(value, other.value);
    }
}
