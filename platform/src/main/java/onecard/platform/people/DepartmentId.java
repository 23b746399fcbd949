package onecard.platform.people;

/// What identifies a department for ever, however it is called or coded.
///
/// @param value 1 or more
public record DepartmentId(int value) {
    public DepartmentId {
        if (value < 1) {
            throw new IllegalArgumentException("A department's id is 1 or more, not " + value);
        }
    }
}
