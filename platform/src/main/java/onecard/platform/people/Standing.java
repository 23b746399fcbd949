package onecard.platform.people;

import java.util.Optional;

/// What a purchase notes of a person at its decision.
///
/// @param group by which rules name the person
/// @param department where the person belongs
/// @param maskedName for the terminal's display, its middle hidden (张*三)
/// @param name as written
public record Standing(
        Optional<GroupId> group, DepartmentId department, String maskedName, String name) {}
