package onecard.platform.people;

/// What identifies an entry of a list to choose from: a reason for leaving, a type of holder.
///
/// @param value 1 or more
public record ChoiceId(int value) {
    public ChoiceId {
        if (value < 1) {
            throw new IllegalArgumentException("A choice's id is 1 or more, not " + value);
        }
    }
}
