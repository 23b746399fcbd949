package onecard.platform.people;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The departments as they are stored. The root is called by the unit's full name until it gets a
/// name of its own.
@Service
class StoredDepartments implements Departments {
    private static final int NAME_MAX = 60;
    private static final String ROOT = "0";

    private final DepartmentTable table;
    private final PersonLook people;
    private final Settings settings;
    private final AuditTrail audit;
    private final Clock clock;

    StoredDepartments(
            DepartmentTable table,
            PersonLook people,
            Settings settings,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.people = people;
        this.clock = clock;
        this.settings = settings;
        this.audit = audit;
    }

    @Override
    public Department root() {
        return byCode(ROOT).orElseThrow();
    }

    @Override
    public List<Department> all() {
        return table.all().stream().map(this::named).toList();
    }

    @Override
    public Map<DepartmentId, Department> find(Collection<DepartmentId> ids) {
        return table.find(ids).stream()
                .map(this::named)
                .collect(Collectors.toMap(Department::id, Function.identity()));
    }

    @Override
    public Optional<Department> byCode(String code) {
        return table.byCode(code).map(this::named);
    }

    @Override
    @Transactional
    public Department add(DepartmentId parent, String name) {
        var line = TypedLine.of("name", name, NAME_MAX);
        table.lockTree();
        var above = table.lock(parent).orElseThrow(() -> noSuch(parent));
        var free = nextBelow(above);
        var added = table.add(free, line, parent).orElseThrow(() -> taken(line));
        audit.record("people.department-added", subject(added), Map.of());
        return added;
    }

    @Override
    @Transactional
    public Department rename(DepartmentId id, String name) {
        var line = TypedLine.of("name", name, NAME_MAX);
        var before = table.lock(id).orElseThrow(() -> noSuch(id));
        var renamed = table.rename(id, line).orElseThrow(() -> taken(line));
        audit.record(
                "people.department-renamed", subject(renamed), Map.of("before", before.name()));
        return renamed;
    }

    @Override
    @Transactional
    public Department move(DepartmentId id, DepartmentId parent) {
        table.lockTree();
        var moved = table.lock(id).orElseThrow(() -> noSuch(id));
        var above = table.lock(parent).orElseThrow(() -> noSuch(parent));
        var from = new DepartmentCode(moved.code());
        if (from.isRoot()) {
            throw Problem.of(PeopleProblems.ROOT_STAYS);
        }
        if (new DepartmentCode(above.code()).isWithin(from)) {
            throw Problem.of(PeopleProblems.DEPARTMENT_INSIDE).with("name", moved.name());
        }
        if (moved.parent().equals(Optional.of(parent))) {
            return moved;
        }
        if (table.siblingNamed(parent, moved.name(), id)) {
            throw taken(moved.name());
        }
        var to = nextBelow(above);
        if (table.deepest(from) - from.value().length() + to.value().length()
                > DepartmentCode.LENGTH_MAX) {
            throw tooDeep();
        }
        table.move(id, from, to, parent);
        var after = table.lock(id).orElseThrow();
        audit.record("people.department-moved", subject(after), Map.of("codeBefore", from.value()));
        return after;
    }

    @Override
    @Transactional
    public Department change(
            DepartmentId id, Optional<String> name, Optional<DepartmentId> parent) {
        table.lockTree();
        var before = table.lock(id).map(this::named).orElseThrow(() -> noSuch(id));
        var placed = parent.map(to -> move(id, to)).orElse(before);
        return name.filter(wanted -> !wanted.equals(before.name()))
                .map(wanted -> rename(id, wanted))
                .orElse(named(placed));
    }

    @Override
    @Transactional
    public void remove(DepartmentId id) {
        table.lockTree();
        var gone = table.lock(id).orElseThrow(() -> noSuch(id));
        if (new DepartmentCode(gone.code()).isRoot()) {
            throw Problem.of(PeopleProblems.ROOT_STAYS);
        }
        int members = people.countIn(id);
        int below = table.childCodes(id).size();
        if (members > 0 || below > 0) {
            throw Problem.of(PeopleProblems.DEPARTMENT_IN_USE)
                    .with("name", gone.name())
                    .with("people", members)
                    .with("departments", below);
        }
        table.remove(id, clock.instant());
        audit.record("people.department-removed", subject(gone), Map.of());
    }

    @Override
    public List<Department> named(String name) {
        return table.named(name).stream().map(this::named).toList();
    }

    private DepartmentCode nextBelow(Department above) {
        var code = new DepartmentCode(above.code());
        if (!code.canHaveChildren()) {
            throw tooDeep();
        }
        return code.nextChild(table.childCodes(above.id()))
                .orElseThrow(() ->
                        Problem.of(PeopleProblems.DEPARTMENT_FULL)
                                .with("code", above.code())
                                .with("limit", DepartmentCode.CHILDREN_MAX));
    }

    private static Problem tooDeep() {
        return Problem.of(PeopleProblems.DEPARTMENT_TOO_DEEP)
                .with("levels", DepartmentCode.LEVELS_MAX);
    }

    private Department named(Department department) {
        return department.name().isEmpty()
                ? new Department(
                        department.id(),
                        department.code(),
                        settings.current().unitName(),
                        department.parent())
                : department;
    }

    private static String subject(Department department) {
        return "department " + department.code() + " " + department.name();
    }

    private static Problem noSuch(DepartmentId id) {
        return Problem.notFound("department", id.value());
    }

    private static Problem taken(String name) {
        return Problem.of(PeopleProblems.DEPARTMENT_TAKEN).with("name", name);
    }
}
