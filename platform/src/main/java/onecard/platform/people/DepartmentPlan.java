package onecard.platform.people;

import java.util.Optional;

/// What an import writes for one department.
///
/// @param code of the department
/// @param name as it will be called
/// @param there the department, if it is only renamed
record DepartmentPlan(DepartmentCode code, String name, Optional<Department> there) {}
