package onecard.platform.people;

/// What identifies a person for ever; the number of the person's account is the same.
///
/// @param value 1 or more
public record PersonId(int value) implements Comparable<PersonId> {
    public PersonId {
        if (value < 1) {
            throw new IllegalArgumentException("A person's id is 1 or more, not " + value);
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return Integer.compare(value, other.value);
    }
}
