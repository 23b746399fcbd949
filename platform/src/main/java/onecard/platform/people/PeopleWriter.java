package onecard.platform.people;

import java.time.Clock;
import java.util.List;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;

/// Writes many people at once, with their histories and with what undoes it.
@Component
class PeopleWriter {
    private final PersonTable people;
    private final PersonImportTable imports;
    private final DepartmentStayTable departmentStays;
    private final GroupStayTable groupStays;
    private final Clock clock;

    PeopleWriter(
            PersonTable people,
            PersonImportTable imports,
            DepartmentStayTable departmentStays,
            GroupStayTable groupStays,
            Clock clock) {
        this.people = people;
        this.imports = imports;
        this.departmentStays = departmentStays;
        this.groupStays = groupStays;
        this.clock = clock;
    }

    /// Enters people.
    ///
    /// @throws Problem if somebody else took a number meanwhile
    void add(int importId, List<PersonPlan.Add> adds) {
        var now = clock.instant();
        var added = people.add(adds.stream().map(PersonPlan.Add::person).toList(), now);
        if (added.size() != adds.size()) {
            throw Problem.of(PeopleProblems.NUMBERS_MOVED);
        }
        departmentStays.begin(added, now);
        groupStays.begin(added, now);
        imports.added(importId, added);
    }

    /// Changes people whose records and accounts are held.
    void change(int importId, List<PersonPlan.Change> changes) {
        var now = clock.instant();
        for (var plan : changes) {
            var id = plan.before().id();
            people.change(id, plan.change());
            plan.movesTo().ifPresent(to -> departmentStays.move(id, to, now));
            if (plan.regroups()) {
                groupStays.move(id, plan.change().group(), now);
            }
        }
        imports.changed(importId, changes.stream().map(PersonPlan.Change::before).toList());
    }
}
