package onecard.platform.people;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import onecard.platform.system.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Undoes imports of people: who was added goes, as long as nothing ties the person here; who was
/// changed gets the record of before, as long as nobody changed it since. All or nothing.
@Component
class PeopleUndo {
    private static final int NAMED_MAX = 5;

    private final PersonTable people;
    private final PersonImportTable imports;
    private final DepartmentStayTable departmentStays;
    private final GroupStayTable groupStays;
    private final DepartmentTable departments;
    private final PersonGroupTable groups;
    private final AccountLock accounts;
    private final ObjectProvider<PersonTies> ties;
    private final Clock clock;

    PeopleUndo(
            PersonTable people,
            PersonImportTable imports,
            DepartmentStayTable departmentStays,
            GroupStayTable groupStays,
            DepartmentTable departments,
            PersonGroupTable groups,
            AccountLock accounts,
            ObjectProvider<PersonTies> ties,
            Clock clock) {
        this.people = people;
        this.imports = imports;
        this.departmentStays = departmentStays;
        this.groupStays = groupStays;
        this.departments = departments;
        this.groups = groups;
        this.accounts = accounts;
        this.ties = ties;
        this.clock = clock;
    }

    /// Holds accounts and records of people who will be changed, in order of their ids.
    ///
    /// @throws Problem if one was changed since it was judged
    void hold(Collection<PersonPlan.Change> changes) {
        accounts.hold(
                changes.stream()
                        .filter(PersonPlan.Change::regroups)
                        .map(plan -> plan.before().id())
                        .collect(Collectors.toCollection(TreeSet::new)));
        var now = locked(changes.stream().map(plan -> plan.before().id()).toList());
        for (var plan : changes) {
            if (!plan.before().equals(now.get(plan.before().id()))) {
                throw Problem.of(PeopleProblems.NUMBERS_MOVED);
            }
        }
    }

    private Map<PersonId, Person> locked(List<PersonId> ids) {
        return people.lock(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /// Undoes an import.
    void undo(int importId) {
        var done = imports.of(importId);
        var ids = done.stream().map(PersonImportTable.Done::person).toList();
        accounts.hold(new TreeSet<>(ids));
        var now = locked(ids);
        var added = new ArrayList<PersonId>();
        var restored = new HashMap<PersonId, PersonSnapshot>();
        for (var each : done) {
            if (each.before() == null) {
                added.add(each.person());
            } else {
                restored.put(each.person(), each.before());
            }
        }
        refuseChanged(done, now);
        refuseTied(added, now);
        imports.clear(importId);
        people.forget(added);
        restored.forEach((id, before) ->
                Optional.ofNullable(now.get(id)).ifPresent(person -> restore(person, before)));
    }

    private static void refuseChanged(
            List<PersonImportTable.Done> done, Map<PersonId, Person> now) {
        var changed =
                done.stream()
                        .flatMap(each ->
                                Optional.ofNullable(now.get(each.person())).stream()
                                        .filter(person -> person.version() != each.versionAfter()))
                        .map(PeopleUndo::named)
                        .toList();
        if (!changed.isEmpty()) {
            throw Problem.of(PeopleProblems.IMPORT_CHANGED_SINCE)
                    .with("count", changed.size())
                    .with("names", names(changed));
        }
    }

    private void refuseTied(List<PersonId> added, Map<PersonId, Person> now) {
        var tied =
                ties.stream()
                        .flatMap(asked -> asked.keepsFromForgetting(added).keySet().stream())
                        .distinct()
                        .sorted()
                        .flatMap(id -> Optional.ofNullable(now.get(id)).stream())
                        .map(PeopleUndo::named)
                        .toList();
        if (!tied.isEmpty()) {
            throw Problem.of(PeopleProblems.IMPORT_IN_USE)
                    .with("count", tied.size())
                    .with("names", names(tied));
        }
    }

    private void restore(Person now, PersonSnapshot before) {
        var change = before.change();
        if (departments.hold(List.of(change.department())).isEmpty()) {
            throw Problem.of(PeopleProblems.IMPORT_PLACE_GONE).with("name", now.name());
        }
        if (change.group().isPresent() && groups.find(change.group().get()).isEmpty()) {
            throw Problem.of(PeopleProblems.IMPORT_PLACE_GONE).with("name", now.name());
        }
        people.change(now.id(), change);
        var at = clock.instant();
        if (!change.department().equals(now.department())) {
            departmentStays.move(now.id(), change.department(), at);
        }
        if (!change.group().equals(now.group())) {
            groupStays.move(now.id(), change.group(), at);
        }
    }

    private static String named(Person person) {
        return person.name() + " " + person.number();
    }

    private static String names(List<String> all) {
        return String.join("、", all.stream().limit(NAMED_MAX).toList());
    }
}
