package onecard.platform.people;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onecard.platform.imports.ImportBrief;
import onecard.platform.imports.ImportDesk;
import onecard.platform.imports.ImportField;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;

/// The import of departments: column A the code, column B the name (`M-115`).
@Component
class DepartmentsImport implements ImportDesk<DepartmentPlan> {
    private static final List<ImportField> FIELDS =
            List.of(
                    new ImportField(
                            DepartmentJudge.CODE, true, List.of("组织编号", "部门编号", "编号", "code")),
                    new ImportField(
                            DepartmentJudge.NAME, true, List.of("组织名称", "部门名称", "名称", "name")));

    private final DepartmentTable table;
    private final DepartmentImportTable imports;
    private final Departments departments;
    private final PersonLook people;
    private final Messages messages;
    private final CurrentOperator operator;
    private final Clock clock;

    DepartmentsImport(
            DepartmentTable table,
            DepartmentImportTable imports,
            Departments departments,
            PersonLook people,
            Messages messages,
            CurrentOperator operator,
            Clock clock) {
        this.table = table;
        this.imports = imports;
        this.departments = departments;
        this.people = people;
        this.messages = messages;
        this.operator = operator;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "departments";
    }

    @Override
    public Permission needs() {
        return Permission.EDIT_PEOPLE;
    }

    @Override
    public List<ImportField> fields() {
        return FIELDS;
    }

    @Override
    public boolean isMapped() {
        return false;
    }

    @Override
    public List<String> modes() {
        return List.of("ADD_AND_RENAME");
    }

    @Override
    public List<List<String>> sample() {
        return List.of(
                List.of("0", departments.root().name()),
                List.of("001", say("first")),
                List.of("002", say("second")),
                List.of("00201", say("below")));
    }

    private String say(String word) {
        return messages.say(operator.language(), "import.departments.sample." + word);
    }

    @Override
    public Judge<DepartmentPlan> judge(String mode) {
        return new DepartmentJudge(departments.all());
    }

    @Override
    public Optional<Integer> write(
            ImportBrief brief, List<DepartmentPlan> plans, Checkpoint checkpoint) {
        table.lockTree();
        int written = 0;
        for (var plan : plans) {
            imports.note(brief.id(), written(plan));
            checkpoint.passed(++written);
        }
        return Optional.empty();
    }

    private DepartmentImportTable.Done written(DepartmentPlan plan) {
        if (plan.there().isPresent()) {
            var before = plan.there().get();
            var unnamed = table.lock(before.id()).map(Department::name);
            var _ = table.rename(before.id(), plan.name()).orElseThrow(DepartmentsImport::moved);
            return new DepartmentImportTable.Done(before.id(), unnamed, plan.name());
        }
        var parent =
                table.byCode(plan.code().parent().value()).orElseThrow(DepartmentsImport::moved);
        var added =
                table.add(plan.code(), plan.name(), parent.id())
                        .orElseThrow(DepartmentsImport::moved);
        return new DepartmentImportTable.Done(added.id(), Optional.empty(), plan.name());
    }

    private static Problem moved() {
        return Problem.of(PeopleProblems.NUMBERS_MOVED);
    }

    /// The deepest go first; a name is given back if nobody changed it since.
    @Override
    public Optional<Integer> undo(ImportBrief brief) {
        table.lockTree();
        var done = imports.of(brief.id());
        var there = departments.find(done.stream().map(each -> each.department()).toList());
        done.stream()
                .filter(each -> each.nameBefore().isEmpty())
                .flatMap(each -> Optional.ofNullable(there.get(each.department())).stream())
                .filter(Department::isThere)
                .sorted(Comparator.comparing(Department::code).reversed())
                .forEach(this::takeAway);
        for (var each : done) {
            each.nameBefore().ifPresent(name -> giveBack(each, name));
        }
        imports.clear(brief.id());
        return Optional.empty();
    }

    private void takeAway(Department department) {
        int members = people.countIn(department.id());
        int below = table.childCodes(department.id()).size();
        if (members > 0 || below > 0) {
            throw Problem.of(PeopleProblems.DEPARTMENT_IN_USE)
                    .with("name", department.name())
                    .with("people", members)
                    .with("departments", below);
        }
        table.remove(department.id(), clock.instant());
    }

    private void giveBack(DepartmentImportTable.Done done, String name) {
        var now = table.lock(done.department()).orElseThrow(DepartmentsImport::moved);
        if (!now.name().equals(done.nameAfter())) {
            throw Problem.of(PeopleProblems.IMPORT_CHANGED_SINCE)
                    .with("count", 1)
                    .with("names", now.name());
        }
        var _ = table.rename(now.id(), name).orElseThrow(DepartmentsImport::moved);
    }
}
