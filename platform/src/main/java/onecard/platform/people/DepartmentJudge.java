package onecard.platform.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onecard.platform.imports.ImportDesk;
import onecard.platform.imports.ImportLine;
import onecard.platform.imports.JudgedRow;
import onecard.platform.imports.RowEffect;
import onecard.platform.imports.RowNote;
import onecard.platform.sheets.Cell;
import onecard.platform.sheets.Typed;

/// Judges a table of departments: codes by the rule, parents before their children (`M-116`).
final class DepartmentJudge implements ImportDesk.Judge<DepartmentPlan> {
    static final String CODE = "code";
    static final String NAME = "name";
    private static final int NAME_MAX = 60;

    private final Map<String, Department> there = new HashMap<>();

    /// What will be called how once the rows so far are written.
    private final TreeMap<String, String> names = new TreeMap<>();

    private final Map<String, Integer> seen = new HashMap<>();

    DepartmentJudge(List<Department> all) {
        for (var department : all) {
            there.put(department.code(), department);
            names.put(department.code(), department.name());
        }
    }

    @Override
    public List<JudgedRow<DepartmentPlan>> judge(List<ImportLine> lines) {
        return lines.stream().map(this::judged).toList();
    }

    private JudgedRow<DepartmentPlan> judged(ImportLine line) {
        var problems = new ArrayList<RowNote>();
        var notices = new ArrayList<RowNote>();
        var code = code(line, problems, notices);
        var name = name(line, problems);
        code.ifPresent(found -> place(line, found, problems));
        if (code.isPresent() && name.isPresent() && problems.isEmpty()) {
            refuseTwin(line, code.get(), name.get(), problems);
        }
        var subject = (code.map(DepartmentCode::value).orElse("") + " " + name.orElse("")).strip();
        if (!problems.isEmpty()) {
            return JudgedRow.bad(line, subject, problems);
        }
        return good(line, subject, code.orElseThrow(), name.orElseThrow(), notices);
    }

    private JudgedRow<DepartmentPlan> good(
            ImportLine line,
            String subject,
            DepartmentCode code,
            String name,
            List<RowNote> notices) {
        var before = Optional.ofNullable(there.get(code.value()));
        names.put(code.value(), name);
        boolean same = before.filter(found -> found.name().equals(name)).isPresent();
        var effect = same ? RowEffect.SAME : before.isPresent() ? RowEffect.CHANGE : RowEffect.ADD;
        return new JudgedRow<>(
                line,
                effect,
                subject,
                List.of(),
                notices,
                same ? Optional.empty() : Optional.of(new DepartmentPlan(code, name, before)));
    }

    private static Optional<DepartmentCode> code(
            ImportLine line, List<RowNote> problems, List<RowNote> notices) {
        var cell = line.cell(CODE);
        if (cell.isBlank()) {
            problems.add(note(CODE, cell, "import.cell-missing", Map.of()));
            return Optional.empty();
        }
        var typed = Typed.plain(cell.text());
        if (cell.kind() == Cell.Kind.NUMBER && !typed.equals("0")) {
            var padded = DepartmentWords.padded(typed);
            if (padded.isPresent()) {
                notices.add(
                        note(CODE, cell, "import.people.padded", Map.of("padded", padded.get())));
                return padded.map(DepartmentCode::new);
            }
        }
        if (cell.kind() == Cell.Kind.ERROR
                || cell.kind() == Cell.Kind.NO_RESULT
                || !DepartmentCode.exists(typed)) {
            problems.add(note(CODE, cell, "import.departments.code", Map.of()));
            return Optional.empty();
        }
        return Optional.of(new DepartmentCode(typed));
    }

    private static Optional<String> name(ImportLine line, List<RowNote> problems) {
        var cell = line.cell(NAME);
        var name = TypedLine.clean(cell.text());
        if (name.isEmpty() || cell.kind() == Cell.Kind.ERROR) {
            problems.add(note(NAME, cell, "import.cell-missing", Map.of()));
            return Optional.empty();
        }
        if (name.codePointCount(0, name.length()) > NAME_MAX) {
            problems.add(note(NAME, cell, "error.people.too-long", Map.of("max", NAME_MAX)));
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private void place(ImportLine line, DepartmentCode code, List<RowNote> problems) {
        var before = seen.putIfAbsent(code.value(), line.row());
        if (before != null) {
            problems.add(
                    note(CODE, line.cell(CODE), "import.departments.twice", Map.of("row", before)));
        } else if (!code.isRoot() && !names.containsKey(code.parent().value())) {
            problems.add(
                    note(
                            CODE,
                            line.cell(CODE),
                            "import.departments.orphan",
                            Map.of("parent", code.parent().value())));
        }
    }

    private void refuseTwin(
            ImportLine line, DepartmentCode code, String name, List<RowNote> problems) {
        if (code.isRoot()) {
            return;
        }
        var parent = code.parent();
        names.subMap(parent.value(), false, parent.end(), false).entrySet().stream()
                .filter(each -> each.getKey().length() == code.value().length())
                .filter(each -> !each.getKey().equals(code.value()))
                .filter(each -> each.getValue().equals(name))
                .findFirst()
                .ifPresent(twin ->
                        problems.add(
                                note(
                                        NAME,
                                        line.cell(NAME),
                                        "import.departments.name-taken",
                                        Map.of("code", twin.getKey()))));
    }

    private static RowNote note(
            String field, Cell cell, String message, Map<String, Object> values) {
        return new RowNote(field, cell.text(), message, values);
    }
}
