package onecard.platform.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import onecard.platform.imports.CellReader;
import onecard.platform.imports.ImportLine;
import onecard.platform.imports.RowNote;
import onecard.platform.sheets.Cell;
import onecard.platform.sheets.Typed;

/// Reads the cells of a row of people: each either means something, or says why it does not.
final class PersonCells {
    private static final int NAME_MAX = 60;
    private static final int SURE_DIGITS = 15;
    private static final Pattern PHONE = Pattern.compile("[0-9+][0-9 -]{2,19}");

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
                row.cells.problems(),
                row.cells.notices());
    }

    private final class Row {
        private final CellReader cells;

        Row(ImportLine line) {
            cells = new CellReader(line);
        }

        Optional<PersonNo> number() {
            return new PersonNoCells(parameters.numberLength()).read(cells, PeopleImport.NUMBER);
        }

        Optional<String> name() {
            return cells.cell(PeopleImport.NAME, true)
                    .flatMap(cell -> {
                        var name = TypedLine.clean(cell.text());
                        if (name.isEmpty()) {
                            cells.bad(PeopleImport.NAME, "import.cell-missing");
                            return Optional.empty();
                        }
                        if (name.codePointCount(0, name.length()) > NAME_MAX) {
                            cells.bad(
                                    PeopleImport.NAME,
                                    "error.people.too-long",
                                    Map.of("max", NAME_MAX));
                            return Optional.empty();
                        }
                        return Optional.of(name);
                    });
        }

        Optional<DepartmentId> department() {
            return cells.cell(PeopleImport.DEPARTMENT, true)
                    .flatMap(cell ->
                            switch (departments.find(cell)) {
                                case DepartmentWords.Found.One(var found, var padded) -> {
                                    padded.ifPresent(code ->
                                            cells.notice(
                                                    PeopleImport.DEPARTMENT,
                                                    "import.people.padded",
                                                    Map.of("padded", code)));
                                    yield Optional.of(found.id());
                                }
                                case DepartmentWords.Found.Several(var codes) -> {
                                    cells.bad(
                                            PeopleImport.DEPARTMENT,
                                            "import.people.department-ambiguous",
                                            Map.of("codes", String.join(", ", codes)));
                                    yield Optional.empty();
                                }
                                case DepartmentWords.Found.None() -> {
                                    cells.bad(
                                            PeopleImport.DEPARTMENT, "import.people.no-department");
                                    yield Optional.empty();
                                }
                            });
        }

        <T> Optional<T> named(String field, Map<String, T> all, String otherwise) {
            return cells.cell(field, false)
                    .flatMap(cell -> {
                        var found =
                                Optional.ofNullable(all.get(DepartmentWords.plain(cell.text())))
                                        .or(() ->
                                                Optional.ofNullable(
                                                        all.get(Typed.plain(cell.text()))));
                        if (found.isEmpty()) {
                            cells.bad(field, otherwise);
                        }
                        return found;
                    });
        }

        Optional<String> phone() {
            return cells.cell(PeopleImport.PHONE, false)
                    .flatMap(cell -> {
                        var typed = Typed.plain(cell.text());
                        if (!PHONE.matcher(typed).matches()) {
                            cells.bad(PeopleImport.PHONE, "error.people.phone");
                            return Optional.empty();
                        }
                        return Optional.of(typed);
                    });
        }

        Optional<IdDocument> document() {
            return cells.cell(PeopleImport.ID_CARD, false)
                    .flatMap(cell -> {
                        var typed = Typed.plain(cell.text());
                        if (cell.kind() == Cell.Kind.NUMBER && typed.length() > SURE_DIGITS) {
                            cells.bad(PeopleImport.ID_CARD, "import.cell-digits-lost");
                            return Optional.empty();
                        }
                        if (!IdDocument.exists(IdDocument.Type.ID_CARD, typed)) {
                            cells.bad(PeopleImport.ID_CARD, "error.people.document");
                            return Optional.empty();
                        }
                        return Optional.of(new IdDocument(IdDocument.Type.ID_CARD, typed));
                    });
        }
    }
}
