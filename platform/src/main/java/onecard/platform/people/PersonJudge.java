package onecard.platform.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import onecard.platform.imports.ImportDesk;
import onecard.platform.imports.ImportLine;
import onecard.platform.imports.JudgedRow;
import onecard.platform.imports.RowEffect;
import onecard.platform.imports.RowNote;

/// Judges a table of people against the records as they are now.
final class PersonJudge implements ImportDesk.Judge<PersonPlan> {
    private final PersonLook people;
    private final PersonCells cells;
    private final boolean updates;
    private final Map<PersonNo, Integer> seen = new HashMap<>();

    PersonJudge(
            PersonLook people,
            DepartmentWords departments,
            List<PersonGroup> groups,
            List<Choice> holderTypes,
            PeopleParameters parameters,
            boolean updates) {
        this.people = people;
        this.cells = new PersonCells(departments, groups, holderTypes, parameters);
        this.updates = updates;
    }

    @Override
    public List<JudgedRow<PersonPlan>> judge(List<ImportLine> lines) {
        var read = lines.stream().map(cells::read).toList();
        var numbers = read.stream().flatMap(row -> row.number().stream()).toList();
        var known =
                people.byNumbers(numbers).stream()
                        .collect(Collectors.toMap(Person::number, Function.identity()));
        var taken = people.faceNumbersTaken(numbers);
        return read.stream().map(row -> judged(row, known, taken)).toList();
    }

    private JudgedRow<PersonPlan> judged(
            PersonCells.Read row, Map<PersonNo, Person> known, Set<String> faceNumbersTaken) {
        var problems = new ArrayList<>(row.problems());
        var there = row.number().flatMap(number -> Optional.ofNullable(known.get(number)));
        row.number()
                .ifPresent(number -> {
                    var before = seen.putIfAbsent(number, row.line().row());
                    if (before != null) {
                        problems.add(note(row, "import.people.twice", Map.of("row", before)));
                    } else if (there.isEmpty() && faceNumbersTaken.contains(number.value())) {
                        problems.add(note(row, "import.people.face-number-taken", Map.of()));
                    }
                });
        there.ifPresent(person -> {
            if (person.leftAt().isPresent()) {
                problems.add(note(row, "import.people.in-archive", Map.of("name", person.name())));
            } else if (!updates) {
                problems.add(note(row, "import.people.taken", Map.of("name", person.name())));
            }
        });
        if (!problems.isEmpty()) {
            return JudgedRow.bad(row.line(), row.subject(), problems);
        }
        return there.map(person -> change(row, person)).orElseGet(() -> add(row));
    }

    private static JudgedRow<PersonPlan> add(PersonCells.Read row) {
        var number = row.number().orElseThrow();
        var person =
                new NewPerson(
                        row.number(),
                        row.name().orElseThrow(),
                        row.department().orElseThrow(),
                        row.group(),
                        row.phone(),
                        row.holderType(),
                        row.document());
        return new JudgedRow<>(
                row.line(),
                RowEffect.ADD,
                row.subject(),
                List.of(),
                row.notices(),
                Optional.of(new PersonPlan.Add(number, person)));
    }

    /// What the table leaves blank stays as it is.
    private static JudgedRow<PersonPlan> change(PersonCells.Read row, Person person) {
        var change =
                new PersonChange(
                        person.number(),
                        row.name().orElseThrow(),
                        row.department().orElseThrow(),
                        row.group().or(person::group),
                        row.phone().or(person::phone),
                        person.faceEnrolNo(),
                        row.holderType().or(person::holderType),
                        row.document().or(person::document),
                        Optional.empty());
        boolean same = change.equals(PersonChange.of(person));
        return new JudgedRow<>(
                row.line(),
                same ? RowEffect.SAME : RowEffect.CHANGE,
                row.subject(),
                List.of(),
                row.notices(),
                same ? Optional.empty() : Optional.of(new PersonPlan.Change(person, change)));
    }

    private static RowNote note(PersonCells.Read row, String message, Map<String, Object> values) {
        return new RowNote(
                PeopleImport.NUMBER, row.line().cell(PeopleImport.NUMBER).text(), message, values);
    }
}
