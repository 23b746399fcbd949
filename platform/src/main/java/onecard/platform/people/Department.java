package onecard.platform.people;

import java.util.Optional;

/// A department (部门): a class, a year, the kitchen staff.
///
/// @param id for ever
/// @param code by the rule of `D-28`: `0`, then two digits per level
/// @param name as written
/// @param parent empty at the root only
public record Department(
        DepartmentId id, String code, String name, Optional<DepartmentId> parent) {}
