package onecard.platform.people;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives many people another group or department: a selection, or a whole department (`M-130`). It
/// goes on in small transactions, so that nobody waits long at a till while a school changes its
/// groups; whoever changes the same people meanwhile is not lost, and doing it again is harmless.
@Service
class Reassignment {
    /// How many people one transaction changes, as with money (`foundations` 26).
    private static final int AT_ONCE = 500;

    private final PersonTable people;
    private final PersonLook look;
    private final DepartmentTable departments;
    private final PersonGroupTable groups;
    private final DepartmentStayTable departmentStays;
    private final GroupStayTable groupStays;
    private final AccountLock accounts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reassignment(
            PersonTable people,
            PersonLook look,
            DepartmentTable departments,
            PersonGroupTable groups,
            DepartmentStayTable departmentStays,
            GroupStayTable groupStays,
            AccountLock accounts,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.people = people;
        this.look = look;
        this.departments = departments;
        this.groups = groups;
        this.departmentStays = departmentStays;
        this.groupStays = groupStays;
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Gives people a group or takes it away, and returns how many changed.
    int group(Selection who, Optional<GroupId> group) {
        if (group.isPresent() && groups.find(group.get()).isEmpty()) {
            throw Problem.field("groupId", "error.people.no-group");
        }
        return inChunks(who, chunk -> regroup(chunk, group));
    }

    /// Moves people to a department, and returns how many moved.
    int move(Selection who, DepartmentId to) {
        mustBeThere(to, "newDepartmentId");
        return inChunks(who, chunk -> move(chunk, to));
    }

    /// Changes some people in one transaction and tells how many were not so already.
    private interface Change {
        int on(Collection<PersonId> chunk);
    }

    private int inChunks(Selection who, Change change) {
        var ids = List.copyOf(new TreeSet<>(ids(who)));
        int changed = 0;
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var chunk = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            changed += transaction.execute(_ -> change.on(chunk));
        }
        return changed;
    }

    private Collection<PersonId> ids(Selection who) {
        return switch (who) {
            case Selection.Chosen(var chosen) -> chosen;
            case Selection.OfDepartment(var department, var withBelow) -> {
                var code = mustBeThere(department, "departmentId");
                yield look.of(code, withBelow ? code.end() : code.value() + ' ');
            }
        };
    }

    private int regroup(Collection<PersonId> chunk, Optional<GroupId> group) {
        accounts.hold(chunk);
        var affected =
                people.lock(chunk).stream()
                        .filter(person -> person.leftAt().isEmpty())
                        .filter(person -> !person.group().equals(group))
                        .map(Person::id)
                        .toList();
        if (!affected.isEmpty()) {
            people.regroup(affected, group);
            groupStays.move(affected, group, clock.instant());
            audit.record(
                    "people.people-regrouped",
                    affected.size() + " people",
                    Map.of(
                            "group",
                            group.map(GroupId::value).orElse(0),
                            "people",
                            values(affected)));
        }
        return affected.size();
    }

    private int move(Collection<PersonId> chunk, DepartmentId to) {
        accounts.hold(chunk);
        if (departments.hold(List.of(to)).isEmpty()) {
            throw Problem.field("newDepartmentId", "error.people.no-department");
        }
        var affected =
                people.lock(chunk).stream()
                        .filter(person -> person.leftAt().isEmpty())
                        .filter(person -> !person.department().equals(to))
                        .map(Person::id)
                        .toList();
        if (!affected.isEmpty()) {
            people.replace(affected, to);
            departmentStays.move(affected, to, clock.instant());
            audit.record(
                    "people.people-moved",
                    affected.size() + " people",
                    Map.of("department", to.value(), "people", values(affected)));
        }
        return affected.size();
    }

    private DepartmentCode mustBeThere(DepartmentId id, String field) {
        return departments.find(List.of(id)).stream()
                .filter(Department::isThere)
                .map(found -> new DepartmentCode(found.code()))
                .findFirst()
                .orElseThrow(() -> Problem.field(field, "error.people.no-department"));
    }

    private static List<Integer> values(Collection<PersonId> ids) {
        return ids.stream().map(PersonId::value).toList();
    }
}
