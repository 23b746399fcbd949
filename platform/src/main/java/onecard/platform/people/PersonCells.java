package onecard.platform.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import onecard.platform.imports.ImportLine;
import onecard.platform.imports.RowNote;
import onecard.platform.sheets.Cell;
import onecard.platform.sheets.Typed;

/// Reads the cells of a row of people: each either means something, or says why it does not.
final class PersonCells {
    private static final int NAME_MAX = 60;
    private static final int SURE_DIGITS = 15;
    private static final Pattern PHONE = Pattern.compile("[0-9+][0-9 -]{2,19}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final DepartmentWords departments;
    private final Map<String, GroupId> groups = new HashMap<>();
    private final Map<String, ChoiceId> holderTypes = new HashMap<>();
    private final PeopleParameters parameters;

    PersonCells(
            DepartmentWords departments,
            List<PersonGroup> groups,
            List<Choice> holderTypes,
            PeopleParameters parameters) {
        this.departments = departments;
        this.parameters = parameters;
        // A name wins over a code, and both over a value.
        groups.forEach(group -> this.groups.put(Integer.toString(group.value()), group.id()));
        groups.forEach(group -> this.groups.put(DepartmentWords.plain(group.code()), group.id()));
        groups.forEach(group -> this.groups.put(DepartmentWords.plain(group.name()), group.id()));
        holderTypes.forEach(
                type -> this.holderTypes.put(DepartmentWords.plain(type.name()), type.id()));
    }

    /// What a row says.
    record Read(
            ImportLine line,
            Optional<PersonNo> number,
            Optional<String> name,
            Optional<DepartmentId> department,
            Optional<GroupId> group,
            Optional<String> phone,
            Optional<ChoiceId> holderType,
            Optional<IdDocument> document,
            List<RowNote> problems,
            List<RowNote> notices) {
        String subject() {
            return (number.map(PersonNo::value).orElse("") + " " + name.orElse("")).strip();
        }
    }

    Read read(ImportLine line) {
        var row = new Row(line);
        return new Read(
                line,
                row.number(),
                row.name(),
                row.department(),
                row.named(PeopleImport.GROUP, groups, "import.people.no-group"),
                row.phone(),
                row.named(PeopleImport.HOLDER_TYPE, holderTypes, "import.people.no-holder-type"),
                row.document(),
                row.problems,
                row.notices);
    }

    private final class Row {
        private final ImportLine line;
        private final List<RowNote> problems = new ArrayList<>();
        private final List<RowNote> notices = new ArrayList<>();

        Row(ImportLine line) {
            this.line = line;
        }

        /// Returns a cell in which something stands that can be read.
        private Optional<Cell> cell(String field, boolean required) {
            var cell = line.cell(field);
            switch (cell.kind()) {
                case ERROR -> bad(field, cell, "import.cell-error");
                case NO_RESULT -> bad(field, cell, "import.cell-without-result");
                case BLANK -> {
                    if (required) {
                        bad(field, cell, "import.cell-missing");
                    }
                }
                case TEXT, NUMBER, DATE, BOOLEAN -> {
                    if (cell.merged()) {
                        notices.add(
                                new RowNote(field, cell.text(), "import.cell-merged", Map.of()));
                    }
                    return Optional.of(cell);
                }
            }
            return Optional.empty();
        }

        private void bad(String field, Cell cell, String message) {
            bad(field, cell, message, Map.of());
        }

        private void bad(String field, Cell cell, String message, Map<String, Object> values) {
            problems.add(new RowNote(field, cell.text(), message, values));
        }

        Optional<PersonNo> number() {
            return cell(PeopleImport.NUMBER, true).flatMap(this::number);
        }

        private Optional<PersonNo> number(Cell cell) {
            var typed = Typed.plain(cell.text());
            int length = parameters.numberLength().orElse(0);
            if (cell.kind() == Cell.Kind.NUMBER
                    && typed.length() < length
                    && DIGITS.matcher(typed).matches()) {
                typed = "0".repeat(length - typed.length()) + typed;
                notices.add(
                        new RowNote(
                                PeopleImport.NUMBER,
                                cell.text(),
                                "import.people.padded",
                                Map.of("padded", typed)));
            }
            if (cell.kind() == Cell.Kind.NUMBER && typed.length() > SURE_DIGITS) {
                bad(PeopleImport.NUMBER, cell, "import.cell-digits-lost");
                return Optional.empty();
            }
            if (cell.kind() == Cell.Kind.DATE || !PersonNo.exists(typed)) {
                bad(PeopleImport.NUMBER, cell, "error.people.person-no");
                return Optional.empty();
            }
            if (length > 0 && typed.length() != length) {
                bad(
                        PeopleImport.NUMBER,
                        cell,
                        "import.people.length",
                        Map.of("length", length, "is", typed.length()));
                return Optional.empty();
            }
            return Optional.of(new PersonNo(typed));
        }

        Optional<String> name() {
            return cell(PeopleImport.NAME, true)
                    .flatMap(cell -> {
                        var name = TypedLine.clean(cell.text());
                        if (name.isEmpty()) {
                            bad(PeopleImport.NAME, cell, "import.cell-missing");
                            return Optional.empty();
                        }
                        if (name.codePointCount(0, name.length()) > NAME_MAX) {
                            bad(
                                    PeopleImport.NAME,
                                    cell,
                                    "error.people.too-long",
                                    Map.of("max", NAME_MAX));
                            return Optional.empty();
                        }
                        return Optional.of(name);
                    });
        }

        Optional<DepartmentId> department() {
            return cell(PeopleImport.DEPARTMENT, true)
                    .flatMap(cell ->
                            switch (departments.find(cell)) {
                                case DepartmentWords.Found.One(var found, var padded) -> {
                                    padded.ifPresent(code ->
                                            notices.add(
                                                    new RowNote(
                                                            PeopleImport.DEPARTMENT,
                                                            cell.text(),
                                                            "import.people.padded",
                                                            Map.of("padded", code))));
                                    yield Optional.of(found.id());
                                }
                                case DepartmentWords.Found.Several(var codes) -> {
                                    bad(
                                            PeopleImport.DEPARTMENT,
                                            cell,
                                            "import.people.department-ambiguous",
                                            Map.of("codes", String.join(", ", codes)));
                                    yield Optional.empty();
                                }
                                case DepartmentWords.Found.None() -> {
                                    bad(
                                            PeopleImport.DEPARTMENT,
                                            cell,
                                            "import.people.no-department");
                                    yield Optional.empty();
                                }
                            });
        }

        <T> Optional<T> named(String field, Map<String, T> all, String otherwise) {
            return cell(field, false)
                    .flatMap(cell -> {
                        var found =
                                Optional.ofNullable(all.get(DepartmentWords.plain(cell.text())))
                                        .or(() ->
                                                Optional.ofNullable(
                                                        all.get(Typed.plain(cell.text()))));
                        if (found.isEmpty()) {
                            bad(field, cell, otherwise);
                        }
                        return found;
                    });
        }

        Optional<String> phone() {
            return cell(PeopleImport.PHONE, false)
                    .flatMap(cell -> {
                        var typed = Typed.plain(cell.text());
                        if (!PHONE.matcher(typed).matches()) {
                            bad(PeopleImport.PHONE, cell, "error.people.phone");
                            return Optional.empty();
                        }
                        return Optional.of(typed);
                    });
        }

        Optional<IdDocument> document() {
            return cell(PeopleImport.ID_CARD, false)
                    .flatMap(cell -> {
                        var typed = Typed.plain(cell.text());
                        if (cell.kind() == Cell.Kind.NUMBER && typed.length() > SURE_DIGITS) {
                            bad(PeopleImport.ID_CARD, cell, "import.cell-digits-lost");
                            return Optional.empty();
                        }
                        if (!IdDocument.exists(IdDocument.Type.ID_CARD, typed)) {
                            bad(PeopleImport.ID_CARD, cell, "error.people.document");
                            return Optional.empty();
                        }
                        return Optional.of(new IdDocument(IdDocument.Type.ID_CARD, typed));
                    });
        }
    }
}
