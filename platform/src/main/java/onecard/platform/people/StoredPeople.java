package onecard.platform.people;

import java.math.BigInteger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.platform.system.Revision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people as they are stored.
@Service
class StoredPeople implements People {
    private static final int NAME_MAX = 60;
    private static final Pattern PHONE = Pattern.compile("[0-9+][0-9 -]{2,19}");
    private static final String FIRST_NUMBER = "00001";

    private final PersonTable table;
    private final PersonList list;
    private final DepartmentTable departments;
    private final PersonGroupTable groups;
    private final DepartmentStayTable departmentStays;
    private final GroupStayTable groupStays;
    private final AccountLock accounts;
    private final AuditTrail audit;
    private final Clock clock;

    StoredPeople(
            PersonTable table,
            PersonList list,
            DepartmentTable departments,
            PersonGroupTable groups,
            DepartmentStayTable departmentStays,
            GroupStayTable groupStays,
            AccountLock accounts,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.list = list;
        this.departments = departments;
        this.groups = groups;
        this.departmentStays = departmentStays;
        this.groupStays = groupStays;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return table.find(List.of(id)).stream().findFirst();
    }

    @Override
    public Map<PersonId, Person> find(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : table.find(ids).stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    @Override
    public Optional<Person> byNo(PersonNo number) {
        return table.byNo(number);
    }

    @Override
    public Map<PersonId, Standing> standing(Collection<PersonId> people) {
        return people.isEmpty() ? Map.of() : table.standing(people);
    }

    @Override
    public List<Person> search(PersonSearch search) {
        if (search.department().isEmpty()) {
            return list.page(search, Optional.empty());
        }
        var code =
                departments.find(List.of(search.department().get())).stream()
                        .findFirst()
                        .map(found -> new DepartmentCode(found.code()));
        return code.isEmpty() ? List.of() : list.page(search, code);
    }

    @Override
    @Transactional
    public Person add(NewPerson wanted) {
        var person =
                new NewPerson(
                        wanted.number(),
                        TypedLine.of("name", wanted.name(), NAME_MAX),
                        wanted.department(),
                        wanted.group(),
                        wanted.phone().map(StoredPeople::phone));
        check(person.department(), person.group());
        var number = person.number().orElseGet(this::nextNumber);
        var now = clock.instant();
        var id = table.add(number, person, now).orElseThrow(() -> taken(number));
        departmentStays.move(id, person.department(), now);
        groupStays.move(id, person.group(), now);
        var added = find(id).orElseThrow();
        audit.record("people.person-added", subject(added), Map.of());
        return added;
    }

    @Override
    @Transactional
    public Person change(PersonId id, PersonChange wanted) {
        // The account first: no purchase shall decide between two groups.
        accounts.hold(List.of(id));
        var before = table.lock(id).orElseThrow(() -> Problem.notFound("person", id.value()));
        wanted.version().ifPresent(version -> new Revision(version).mustBe(before.version()));
        var change =
                new PersonChange(
                        TypedLine.of("name", wanted.name(), NAME_MAX),
                        wanted.department(),
                        wanted.group(),
                        wanted.phone().map(StoredPeople::phone),
                        wanted.version());
        check(change.department(), change.group());
        table.change(id, change);
        var now = clock.instant();
        if (!change.department().equals(before.department())) {
            departmentStays.move(id, change.department(), now);
        }
        if (!change.group().equals(before.group())) {
            groupStays.move(id, change.group(), now);
        }
        var after = find(id).orElseThrow();
        audit.record("people.person-changed", subject(after), difference(before, after));
        return after;
    }

    private void check(DepartmentId department, Optional<GroupId> group) {
        var errors = new ArrayList<Problem.FieldError>();
        if (departments.find(List.of(department)).isEmpty()) {
            errors.add(
                    new Problem.FieldError("departmentId", "error.people.no-department", Map.of()));
        }
        if (group.isPresent() && groups.find(group.get()).isEmpty()) {
            errors.add(new Problem.FieldError("groupId", "error.people.no-group", Map.of()));
        }
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
    }

    /// The next number of the same length: `00999` is followed by `01000`, `999` by nothing.
    private PersonNo nextNumber() {
        var highest = table.highestNumber();
        if (highest.isEmpty()) {
            return new PersonNo(FIRST_NUMBER);
        }
        var next = new BigInteger(highest.get()).add(BigInteger.ONE).toString();
        if (next.length() > highest.get().length()) {
            throw Problem.of(PeopleProblems.NUMBERS_USED_UP).with("personNo", highest.get());
        }
        return new PersonNo("0".repeat(highest.get().length() - next.length()) + next);
    }

    private Problem taken(PersonNo number) {
        var kind =
                table.byNo(number).isPresent()
                        ? PeopleProblems.NUMBER_TAKEN
                        : PeopleProblems.FACE_NUMBER_TAKEN;
        return Problem.of(kind).with("personNo", number.value());
    }

    private static String phone(String typed) {
        var phone = typed.strip();
        if (!PHONE.matcher(phone).matches()) {
            throw Problem.field("phone", "error.people.phone");
        }
        return phone;
    }

    /// What changed, without phone numbers.
    private static Map<String, Object> difference(Person before, Person after) {
        var changed = new LinkedHashMap<String, Object>();
        if (!before.name().equals(after.name())) {
            changed.put("nameBefore", before.name());
        }
        if (!before.department().equals(after.department())) {
            changed.put("departmentBefore", before.department().value());
            changed.put("department", after.department().value());
        }
        if (!before.group().equals(after.group())) {
            changed.put("groupBefore", before.group().map(GroupId::value).orElse(0));
            changed.put("group", after.group().map(GroupId::value).orElse(0));
        }
        if (!before.phone().equals(after.phone())) {
            changed.put("phone", "changed");
        }
        return changed;
    }

    private static String subject(Person person) {
        return "person " + person.number() + " " + person.name();
    }
}
