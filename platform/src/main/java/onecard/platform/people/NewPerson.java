package onecard.platform.people;

import java.util.Optional;

/// A person to be entered into the personnel records (`M-117`).
///
/// @param number empty to get the next free one (`M-071`)
/// @param name as written
/// @param department where the person belongs
/// @param group by which rules name the person
/// @param phone as typed
public record NewPerson(
        Optional<PersonNo> number,
        String name,
        DepartmentId department,
        Optional<GroupId> group,
        Optional<String> phone) {}
