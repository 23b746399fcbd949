package onecard.platform.people;

import java.util.List;
import java.util.Optional;

/// The groups of the site (`M-087`).
public interface Groups {
    /// Returns all groups in order of their values.
    List<PersonGroup> all();

    /// Finds one group.
    Optional<PersonGroup> find(GroupId id);

    /// Finds the group with this value.
    Optional<PersonGroup> byValue(int value);

    /// Adds a group.
    PersonGroup add(String code, String name, int value);

    /// Changes a group.
    PersonGroup change(PersonGroup group);

    /// Removes a group that nobody belongs to and no rule names; else it says what is in the way.
    void remove(GroupId id);
}
