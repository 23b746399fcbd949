package onecard.platform.people;

/// A group (分组): what rules, terminals and imports call a set of people by.
///
/// @param id for ever
/// @param code short and unique
/// @param name as written
/// @param value 0 to 255, unique, without any money meaning (分组数值, `D-40`)
public record PersonGroup(GroupId id, String code, String name, int value) {
    /// The largest group value.
    public static final int VALUE_MAX = 255;
}
