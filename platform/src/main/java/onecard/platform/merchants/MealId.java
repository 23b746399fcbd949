package onecard.platform.merchants;

/// What identifies a meal (lunch) for ever, at whichever hours a merchant serves it.
///
/// @param value 1 or more
public record MealId(int value) implements Comparable<MealId> {
    public MealId {
        if (value < 1) {
            throw new IllegalArgumentException("A meal's id is 1 or more, not " + value);
        }
    }

    @Override
    public int compareTo(MealId other) {
        return Integer.compare(value, other.value);
    }
}
