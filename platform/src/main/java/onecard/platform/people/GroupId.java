package onecard.platform.people;

/// What identifies a group for ever, however it is called, coded or valued.
///
/// @param value 1 or more
public record GroupId(int value) {
    public GroupId {
        if (value < 1) {
            throw new IllegalArgumentException("A group's id is 1 or more, not " + value);
        }
    }
}
