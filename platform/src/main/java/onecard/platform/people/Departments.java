package onecard.platform.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tree of departments. There is one root, the unit itself, with the code `0` (`M-110`).
public interface Departments {
    /// Returns the root.
    Department root();

    /// Returns all departments in order of their codes, parents before children.
    List<Department> all();

    /// Finds departments; those that do not exist are not in the answer.
    Map<DepartmentId, Department> find(Collection<DepartmentId> ids);

    /// Finds the department with this code.
    Optional<Department> byCode(String code);

    /// Adds a department under another; its code is the next free one. The 100th child is refused
    /// (`M-114`).
    Department add(DepartmentId parent, String name);

    /// Renames a department.
    Department rename(DepartmentId id, String name);
}
