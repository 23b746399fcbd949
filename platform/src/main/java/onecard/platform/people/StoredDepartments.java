package onecard.platform.people;

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
    private final Settings settings;
    private final AuditTrail audit;

    StoredDepartments(DepartmentTable table, Settings settings, AuditTrail audit) {
        this.table = table;
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
        var above = table.lock(parent).orElseThrow(() -> noSuch(parent));
        var code = new DepartmentCode(above.code());
        if (!code.canHaveChildren()) {
            throw Problem.of(PeopleProblems.DEPARTMENT_TOO_DEEP)
                    .with("levels", DepartmentCode.LEVELS_MAX);
        }
        var free =
                code.nextChild(table.childCodes(parent))
                        .orElseThrow(() ->
                                Problem.of(PeopleProblems.DEPARTMENT_FULL)
                                        .with("code", above.code())
                                        .with("limit", DepartmentCode.CHILDREN_MAX));
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
