package onecard.platform.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The leavers' archive (离职库). Who is in it keeps number and history, shows in no list but its own,
/// and can enter again.
public interface Archive {
    /// Moves people into the archive, all or nobody (`M-122`, `M-123`). Who still holds a card or
    /// money is in the way and named.
    void add(Collection<PersonId> people, ChoiceId reason, String remark);

    /// Lets a person enter again with the number and the history there was (`M-127`).
    Person reenter(PersonId person, DepartmentId department, Optional<GroupId> group);

    /// Lists who left in a period, the latest first (`M-126`).
    List<Leaver> list(LeaverSearch search);
}
