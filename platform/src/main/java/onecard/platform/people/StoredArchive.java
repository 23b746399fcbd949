package onecard.platform.people;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The leavers' archive as it is stored.
@Service
class StoredArchive implements Archive {
    /// How many people leave at once at the most.
    static final int PEOPLE_MAX = 5_000;

    /// So many who are in the way are named.
    private static final int NAMED_MAX = 20;

    private static final int REMARK_MAX = 200;

    private final PersonTable people;
    private final LeavingTable leavings;
    private final DepartmentTable departments;
    private final DepartmentStayTable departmentStays;
    private final GroupStayTable groupStays;
    private final Groups groups;
    private final Choices choices;
    private final AccountLock accounts;
    private final ObjectProvider<PersonTies> ties;
    private final AuditTrail audit;
    private final Clock clock;

    StoredArchive(
            PersonTable people,
            LeavingTable leavings,
            DepartmentTable departments,
            DepartmentStayTable departmentStays,
            GroupStayTable groupStays,
            Groups groups,
            Choices choices,
            AccountLock accounts,
            ObjectProvider<PersonTies> ties,
            AuditTrail audit,
            Clock clock) {
        this.people = people;
        this.leavings = leavings;
        this.departments = departments;
        this.departmentStays = departmentStays;
        this.groupStays = groupStays;
        this.groups = groups;
        this.choices = choices;
        this.accounts = accounts;
        this.ties = ties;
        this.audit = audit;
        this.clock = clock;
    }

    /// Somebody who cannot go yet.
    record Tied(int personId, String personNo, String name, PersonTies.Tie tie) {}

    @Override
    @Transactional
    public void add(Collection<PersonId> who, ChoiceId reason, String remark) {
        var why =
                choices.find(Choice.List.LEAVING_REASON, reason)
                        .orElseThrow(() -> Problem.field("reasonId", "error.people.no-reason"));
        var words = remark.isBlank() ? "" : TypedLine.of("remark", remark, REMARK_MAX);
        var ids = new TreeSet<>(who);
        accounts.hold(ids);
        var leavers = people.lock(ids);
        check(ids, leavers);
        var now = clock.instant();
        leavings.add(ids, reason, words, now);
        departmentStays.end(ids, now);
        groupStays.end(ids, now);
        people.leave(ids, now);
        for (var leaver : leavers) {
            audit.record(
                    "people.person-left",
                    StoredPeople.subject(leaver),
                    Map.of("reason", why.name()));
        }
    }

    private void check(Collection<PersonId> ids, List<Person> found) {
        if (ids.size() > PEOPLE_MAX) {
            throw Problem.field("personIds", "error.people.too-many", Map.of("max", PEOPLE_MAX));
        }
        if (found.size() < ids.size()) {
            throw Problem.notFound("person", ids.size() - found.size());
        }
        found.stream()
                .filter(person -> person.leftAt().isPresent())
                .findFirst()
                .ifPresent(person -> {
                    throw Problem.of(PeopleProblems.LEFT_ALREADY)
                            .with("personNo", person.number().value())
                            .with("name", person.name());
                });
        var tied = new ArrayList<Tied>();
        for (var asked : ties) {
            var inTheWay = asked.keepsFromLeaving(ids);
            found.stream()
                    .filter(person -> inTheWay.containsKey(person.id()))
                    .map(person -> tied(person, inTheWay))
                    .forEach(tied::add);
        }
        if (!tied.isEmpty()) {
            throw Problem.of(PeopleProblems.NOT_FREE)
                    .with("count", tied.size())
                    .with("names", names(tied))
                    .with("people", tied.stream().limit(NAMED_MAX).toList());
        }
    }

    private static Tied tied(Person person, Map<PersonId, PersonTies.Tie> ties) {
        return new Tied(
                person.id().value(),
                person.number().value(),
                person.name(),
                ties.getOrDefault(person.id(), PersonTies.Tie.ACCOUNT));
    }

    static String names(List<Tied> tied) {
        return String.join(
                "、",
                tied.stream().limit(5).map(each -> each.name() + " " + each.personNo()).toList());
    }

    @Override
    @Transactional
    public Person reenter(PersonId id, DepartmentId department, Optional<GroupId> group) {
        accounts.hold(List.of(id));
        var before = people.lock(id).orElseThrow(() -> Problem.notFound("person", id.value()));
        if (before.leftAt().isEmpty()) {
            throw Problem.of(PeopleProblems.NOT_LEFT).with("name", before.name());
        }
        if (departments.hold(List.of(department)).isEmpty()) {
            throw Problem.field("departmentId", "error.people.no-department");
        }
        if (group.isPresent() && groups.find(group.get()).isEmpty()) {
            throw Problem.field("groupId", "error.people.no-group");
        }
        var now = clock.instant();
        leavings.comeBack(id, now);
        people.comeBack(id, department, group);
        departmentStays.move(List.of(id), department, now);
        groupStays.move(List.of(id), group, now);
        var after = people.lock(id).orElseThrow();
        audit.record("people.person-reentered", StoredPeople.subject(after), Map.of());
        return after;
    }

    @Override
    public List<Leaver> list(LeaverSearch search) {
        return leavings.list(search);
    }
}
