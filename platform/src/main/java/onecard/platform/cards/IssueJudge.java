package onecard.platform.cards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import onecard.platform.imports.CellReader;
import onecard.platform.imports.ImportDesk;
import onecard.platform.imports.ImportLine;
import onecard.platform.imports.JudgedRow;
import onecard.platform.imports.RowChange;
import onecard.platform.imports.RowEffect;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.people.PersonNo;
import onecard.platform.people.PersonNoCells;
import onecard.platform.sheets.Cell;
import onecard.platform.sheets.Typed;
import onecard.vocabulary.CardUid;

/// Judges a table of cards against what people hold now, by the rules of issuing by hand: one card
/// each, and no card twice (`M-140`).
final class IssueJudge implements ImportDesk.Judge<IssueRowTable.Line> {
    private final People people;
    private final AccountStateTable states;
    private final CardIssueTable issues;
    private final LocalDate today;
    private final int years;
    private final PersonNoCells numbers;
    private final Map<PersonId, Integer> receivers = new HashMap<>();
    private final Map<CardUid, Integer> given = new HashMap<>();

    IssueJudge(
            People people,
            AccountStateTable states,
            CardIssueTable issues,
            LocalDate today,
            int years) {
        this.people = people;
        this.states = states;
        this.issues = issues;
        this.today = today;
        this.years = years;
        numbers = people.numberCells();
    }

    /// What a row says.
    private record Read(
            CellReader cells,
            Optional<PersonNo> number,
            Optional<CardUid> uid,
            String name,
            Optional<LocalDate> until) {}

    /// What is there of the people and cards of some rows.
    private record There(
            Map<PersonNo, Person> people,
            Map<PersonId, AccountState> states,
            Map<PersonId, CardIssue> inHand,
            Map<CardUid, CardIssue> cards) {}

    @Override
    public List<JudgedRow<IssueRowTable.Line>> judge(List<ImportLine> lines) {
        var read = lines.stream().map(this::read).toList();
        var known = people.byNo(read.stream().flatMap(row -> row.number().stream()).toList());
        var ids = known.values().stream().map(Person::id).toList();
        var there =
                new There(
                        known,
                        states.read(ids),
                        issues.heldBy(ids).values().stream()
                                .collect(Collectors.toMap(CardIssue::person, Function.identity())),
                        issues.resolve(read.stream().flatMap(row -> row.uid().stream()).toList()));
        return read.stream().map(row -> judged(row, there)).toList();
    }

    private Read read(ImportLine line) {
        var cells = new CellReader(line);
        return new Read(
                cells,
                numbers.read(cells, IssueImport.NUMBER),
                cells.cell(IssueImport.UID, true).flatMap(cell -> uid(cells, cell)),
                cells.cell(IssueImport.NAME, false)
                        .map(cell -> Typed.plain(cell.text()))
                        .orElse(""),
                cells.cell(IssueImport.UNTIL, false).flatMap(cell -> until(cells, cell)));
    }

    private static Optional<CardUid> uid(CellReader cells, Cell cell) {
        var typed = Typed.plain(cell.text()).replaceAll("[ :-]", "");
        if (cell.kind() == Cell.Kind.DATE || !CardUid.exists(typed)) {
            cells.bad(IssueImport.UID, "error.cards.uid");
            return Optional.empty();
        }
        return Optional.of(new CardUid(typed));
    }

    private Optional<LocalDate> until(CellReader cells, Cell cell) {
        var day = cell.day();
        var last = today.plusYears(CardParameters.CARD_YEARS_MAX);
        if (day.isEmpty()) {
            cells.bad(IssueImport.UNTIL, "import.card-issues.no-day");
        } else if (day.get().isBefore(today) || day.get().isAfter(last)) {
            cells.bad(
                    IssueImport.UNTIL,
                    "error.between",
                    Map.of("from", today.toString(), "to", last.toString()));
        }
        return day;
    }

    private JudgedRow<IssueRowTable.Line> judged(Read row, There there) {
        var cells = row.cells();
        var person = row.number().flatMap(no -> Optional.ofNullable(there.people().get(no)));
        var subject =
                person.map(one -> one.number() + " " + one.name())
                        .orElseGet(() -> row.number().map(Object::toString).orElse(""));
        if (row.number().isPresent() && person.isEmpty()) {
            cells.bad(IssueImport.NUMBER, "import.money.no-person");
        }
        if (person.isPresent() && row.uid().isPresent() && cells.problems().isEmpty()) {
            var before = Optional.ofNullable(there.inHand().get(person.get().id()));
            if (before.filter(card -> isThis(card, row.uid().get())).isPresent()) {
                return plain(cells, RowEffect.SAME, subject, List.of(), Optional.empty());
            }
            checkPerson(row, person.get(), there);
            checkCard(row, there);
        }
        if (!cells.problems().isEmpty()) {
            return JudgedRow.bad(cells.line(), subject, cells.problems());
        }
        return issued(row, person.orElseThrow(), subject, there);
    }

    /// The card is in their hand already: the row came twice.
    private boolean isThis(CardIssue card, CardUid uid) {
        return card.uid().equals(uid) && card.state() == CardState.ISSUED && !card.expiredOn(today);
    }

    private void checkPerson(Read row, Person person, There there) {
        var cells = row.cells();
        if (person.leftAt().isPresent()) {
            cells.bad(IssueImport.NUMBER, "import.money.left", Map.of("name", person.name()));
            return;
        }
        var hand = Optional.ofNullable(there.inHand().get(person.id()));
        var stand =
                Optional.ofNullable(there.states().get(person.id()))
                        .map(state -> CardStand.of(state, Hand.of(hand, today), false))
                        .orElse(CardStand.NO_ACCOUNT);
        switch (LifeCycle.step(stand, CardMove.ISSUE)) {
            case LifeCycle.Step.Goes _ -> {}
            case LifeCycle.Step.Refused(var why) ->
                    cells.bad(
                            IssueImport.NUMBER,
                            "problem." + why.name() + ".detail",
                            Map.of("uid", hand.map(card -> card.uid().hex()).orElse("")));
        }
        var first = receivers.get(person.id());
        if (first != null) {
            cells.bad(IssueImport.NUMBER, "import.people.twice", Map.of("row", first));
        }
        if (!row.name().isEmpty() && !row.name().equals(person.name())) {
            cells.notice(
                    IssueImport.NAME, "import.money.other-name", Map.of("name", person.name()));
        }
    }

    private void checkCard(Read row, There there) {
        var cells = row.cells();
        var uid = row.uid().orElseThrow();
        var values = Map.<String, Object>of("uid", uid.hex());
        var now = Optional.ofNullable(there.cards().get(uid));
        if (now.isPresent()) {
            switch (now.get().state()) {
                case RETURNED -> {}
                case ISSUED, LOST ->
                        cells.bad(IssueImport.UID, "problem.card-in-use.detail", values);
                case REPLACED, SCRAPPED ->
                        cells.bad(IssueImport.UID, "problem.card-not-reusable.detail", values);
            }
        }
        var first = given.get(uid);
        if (first != null) {
            cells.bad(IssueImport.UID, "import.card-issues.twice", Map.of("row", first));
        }
    }

    private JudgedRow<IssueRowTable.Line> issued(
            Read row, Person person, String subject, There there) {
        var uid = row.uid().orElseThrow();
        int number = row.cells().line().row();
        receivers.put(person.id(), number);
        given.put(uid, number);
        var changes = new ArrayList<RowChange>();
        var before = Optional.ofNullable(there.inHand().get(person.id()));
        changes.add(
                new RowChange("card", before.map(card -> card.uid().hex()).orElse(""), uid.hex()));
        changes.add(
                new RowChange(
                        "until",
                        before.map(card -> card.validUntil().toString()).orElse(""),
                        row.until().orElse(today.plusYears(years)).toString()));
        return plain(
                row.cells(),
                RowEffect.ADD,
                subject,
                changes,
                Optional.of(new IssueRowTable.Line(number, person.id(), uid, row.until())));
    }

    private static JudgedRow<IssueRowTable.Line> plain(
            CellReader cells,
            RowEffect effect,
            String subject,
            List<RowChange> changes,
            Optional<IssueRowTable.Line> plan) {
        return new JudgedRow<>(
                cells.line(), effect, subject, List.of(), cells.notices(), changes, plan);
    }
}
