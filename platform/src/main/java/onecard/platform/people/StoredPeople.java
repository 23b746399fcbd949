package onecard.platform.people;

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
    private static final int FACE_NUMBER_MAX = 20;

    private final PersonTable table;
    private final PersonLook look;
    private final PersonList list;
    private final DepartmentTable departments;
    private final PersonGroupTable groups;
    private final DepartmentStayTable departmentStays;
    private final GroupStayTable groupStays;
    private final PersonNumbers numbers;
    private final Choices choices;
    private final AccountLock accounts;
    private final AuditTrail audit;
    private final Clock clock;

    StoredPeople(
            PersonTable table,
            PersonLook look,
            PersonList list,
            DepartmentTable departments,
            PersonGroupTable groups,
            DepartmentStayTable departmentStays,
            GroupStayTable groupStays,
            PersonNumbers numbers,
            Choices choices,
            AccountLock accounts,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.look = look;
        this.list = list;
        this.departments = departments;
        this.groups = groups;
        this.departmentStays = departmentStays;
        this.groupStays = groupStays;
        this.numbers = numbers;
        this.choices = choices;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return look.find(List.of(id)).stream().findFirst();
    }

    @Override
    public Map<PersonId, Person> find(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : look.find(ids).stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    @Override
    public Optional<Person> byNo(PersonNo number) {
        return look.byNo(number);
    }

    @Override
    public Map<PersonNo, Person> byNo(Collection<PersonNo> wanted) {
        return wanted.isEmpty()
                ? Map.of()
                : look.byNumbers(wanted).stream()
                        .collect(Collectors.toMap(Person::number, Function.identity()));
    }

    @Override
    public PersonNoCells numberCells() {
        return new PersonNoCells(numbers.parameters().numberLength());
    }

    @Override
    public Map<PersonId, Standing> standing(Collection<PersonId> people) {
        return people.isEmpty() ? Map.of() : look.standing(people);
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
                        wanted.phone().map(StoredPeople::phone),
                        wanted.holderType(),
                        wanted.document());
        check(person.department(), person.group(), person.holderType());
        person.number().ifPresent(numbers::check);
        var number = person.number().orElseGet(numbers::next);
        var now = clock.instant();
        var id =
                table.add(List.of(person.numbered(number)), now).stream()
                        .findFirst()
                        .orElseThrow(() -> taken(number));
        departmentStays.begin(List.of(id), now);
        groupStays.begin(List.of(id), now);
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
        if (before.leftAt().isPresent()) {
            throw Problem.of(PeopleProblems.LEFT_ALREADY)
                    .with("personNo", before.number().value())
                    .with("name", before.name());
        }
        var change = checked(wanted, before);
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

    private PersonChange checked(PersonChange wanted, Person before) {
        check(wanted.department(), wanted.group(), wanted.holderType());
        if (!wanted.number().equals(before.number())) {
            numbers.check(wanted.number());
        }
        var change =
                new PersonChange(
                        wanted.number(),
                        TypedLine.of("name", wanted.name(), NAME_MAX),
                        wanted.department(),
                        wanted.group(),
                        wanted.phone().map(StoredPeople::phone),
                        TypedLine.of("faceEnrolNo", wanted.faceEnrolNo(), FACE_NUMBER_MAX),
                        wanted.holderType(),
                        wanted.document(),
                        wanted.version());
        var clash = look.clash(before.id(), change.number(), change.faceEnrolNo());
        if (clash.isPresent()) {
            throw clash.get().equals("personNo")
                    ? taken(change.number())
                    : Problem.of(PeopleProblems.FACE_NUMBER_TAKEN)
                            .with("personNo", change.faceEnrolNo());
        }
        return change;
    }

    private void check(
            DepartmentId department, Optional<GroupId> group, Optional<ChoiceId> holderType) {
        var errors = new ArrayList<Problem.FieldError>();
        if (departments.hold(List.of(department)).isEmpty()) {
            errors.add(
                    new Problem.FieldError("departmentId", "error.people.no-department", Map.of()));
        }
        if (group.isPresent() && groups.find(group.get()).isEmpty()) {
            errors.add(new Problem.FieldError("groupId", "error.people.no-group", Map.of()));
        }
        if (holderType.flatMap(type -> choices.find(Choice.List.HOLDER_TYPE, type)).isEmpty()
                && holderType.isPresent()) {
            errors.add(
                    new Problem.FieldError(
                            "holderTypeId", "error.people.no-holder-type", Map.of()));
        }
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
    }

    private Problem taken(PersonNo number) {
        var holder = look.byNo(number);
        if (holder.isEmpty()) {
            return Problem.of(PeopleProblems.FACE_NUMBER_TAKEN).with("personNo", number.value());
        }
        var kind =
                holder.get().leftAt().isPresent()
                        ? PeopleProblems.NUMBER_IN_ARCHIVE
                        : PeopleProblems.NUMBER_TAKEN;
        return Problem.of(kind)
                .with("personNo", number.value())
                .with("name", holder.get().name())
                .with("personId", holder.get().id().value());
    }

    static String phone(String typed) {
        var phone = typed.strip();
        if (!PHONE.matcher(phone).matches()) {
            throw Problem.field("phone", "error.people.phone");
        }
        return phone;
    }

    /// What changed, without phone and document numbers.
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
        if (!before.number().equals(after.number())) {
            changed.put("numberBefore", before.number().value());
        }
        if (!before.faceEnrolNo().equals(after.faceEnrolNo())) {
            changed.put("faceEnrolNoBefore", before.faceEnrolNo());
        }
        if (!before.holderType().equals(after.holderType())) {
            changed.put("holderType", after.holderType().map(ChoiceId::value).orElse(0));
        }
        if (!before.document().equals(after.document())) {
            changed.put("document", "changed");
        }
        if (!before.phone().equals(after.phone())) {
            changed.put("phone", "changed");
        }
        return changed;
    }

    static String subject(Person person) {
        return "person " + person.number() + " " + person.name();
    }
}
