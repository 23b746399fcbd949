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

    /// Hangs a department, with all below it, under another parent; it gets the next free code
    /// there, and what lies below it the codes that follow from that.
    Department move(DepartmentId id, DepartmentId parent);

    /// Renames and moves a department in one step; what is empty stays.
    Department change(DepartmentId id, Optional<String> name, Optional<DepartmentId> parent);

    /// Removes a department to which nobody belongs and below which none lies; else it says what is
    /// in the way. Histories and reports go on naming it.
    void remove(DepartmentId id);

    /// Finds the departments of this name, in order of their codes.
    List<Department> named(String name);
}
