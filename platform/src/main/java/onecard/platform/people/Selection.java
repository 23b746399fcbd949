package onecard.platform.people;

import java.util.Collection;
import java.util.List;

/// Who is meant when many are changed at once.
public sealed interface Selection {
    /// These people.
    record Chosen(Collection<PersonId> people) implements Selection {
        public Chosen {
            people = List.copyOf(people);
        }
    }

    /// Everybody of a department.
    ///
    /// @param withBelow whether the departments below are meant too
    record OfDepartment(DepartmentId department, boolean withBelow) implements Selection {}
}
