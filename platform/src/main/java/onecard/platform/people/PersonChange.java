package onecard.platform.people;

import java.util.Optional;

/// What a person's record shall say from now on.
///
/// @param name as written
/// @param department where the person belongs
/// @param group by which rules name the person
/// @param phone as typed
/// @param version the version that was changed by hand; empty if it does not matter
public record PersonChange(
        String name,
        DepartmentId department,
        Optional<GroupId> group,
        Optional<String> phone,
        Optional<Integer> version) {}
