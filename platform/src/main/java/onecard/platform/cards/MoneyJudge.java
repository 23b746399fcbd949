package onecard.platform.cards;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.imports.CellReader;
import onecard.platform.imports.ImportDesk;
import onecard.platform.imports.ImportLine;
import onecard.platform.imports.ImportSum;
import onecard.platform.imports.JudgedRow;
import onecard.platform.imports.RowChange;
import onecard.platform.imports.RowEffect;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.Problem;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Money;

/// Judges a table of money against what people hold now: for each row what the purses hold before
/// and after, or why nothing is booked. A person in several rows is judged one after the other.
final class MoneyJudge implements ImportDesk.Judge<BatchLine> {
    private final MoneyLook look;
    private final MoneyLook.Rules rules;
    private final Map<PersonId, Balances> held = new HashMap<>();
    private final Map<PersonId, Long> versions = new HashMap<>();
    private Money cash = Money.ZERO;
    private Money subsidy = Money.ZERO;

    MoneyJudge(MoneyLook look, MoneyLook.Rules rules) {
        this.look = look;
        this.rules = rules;
    }

    /// What is there of the people of some rows.
    private record There(
            Map<onecard.platform.people.PersonNo, Person> people,
            Map<PersonId, AccountState> states,
            Map<CardUid, CardIssue> cards) {}

    @Override
    public List<JudgedRow<BatchLine>> judge(List<ImportLine> lines) {
        var read = lines.stream().map(rules::read).toList();
        var people =
                look.people().byNo(read.stream().flatMap(row -> row.number().stream()).toList());
        var ids = people.values().stream().map(Person::id).toList();
        remember(ids);
        var uids = new HashSet<CardUid>();
        read.stream()
                .map(MoneyCells.Read::card)
                .filter(CardUid::exists)
                .forEach(card -> uids.add(new CardUid(card)));
        var there =
                new There(
                        people,
                        look.states().read(ids),
                        uids.isEmpty() ? Map.of() : look.issues().resolve(uids));
        return read.stream().map(row -> judged(row, there)).toList();
    }

    private void remember(Collection<PersonId> ids) {
        var fresh = ids.stream().filter(id -> !held.containsKey(id)).toList();
        look.ledger()
                .balances(fresh.stream().map(id -> new AccountId(id.value())).toList())
                .forEach((account, balances) -> held.put(new PersonId(account.value()), balances));
        look.versions().read(rules.versions(), fresh).forEach(versions::putIfAbsent);
    }

    private JudgedRow<BatchLine> judged(MoneyCells.Read row, There there) {
        var cells = row.cells();
        var person = row.number().flatMap(no -> Optional.ofNullable(there.people().get(no)));
        var subject =
                person.map(one -> one.number() + " " + one.name())
                        .orElseGet(() -> row.number().map(Object::toString).orElse(""));
        if (row.number().isPresent() && person.isEmpty()) {
            cells.bad(MoneyFields.NUMBER, "import.money.no-person");
        }
        person.ifPresent(one -> checkPerson(row, one, there));
        if (!cells.problems().isEmpty()) {
            return JudgedRow.bad(cells.line(), subject, cells.problems());
        }
        var id = person.orElseThrow().id();
        var line = line(row, id);
        if (line.movesNothing()) {
            return row(cells, RowEffect.SAME, subject, List.of(), Optional.empty());
        }
        return booked(row, line, subject);
    }

    private void checkPerson(MoneyCells.Read row, Person person, There there) {
        var cells = row.cells();
        if (person.leftAt().isPresent()) {
            cells.bad(MoneyFields.NUMBER, "import.money.left", Map.of("name", person.name()));
        } else {
            try {
                AccountStates.mustBeOpen(
                        person.id(), Optional.ofNullable(there.states().get(person.id())));
            } catch (Problem problem) {
                cells.bad(MoneyFields.NUMBER, "problem." + problem.kind().name() + ".title");
            }
        }
        if (!row.name().isEmpty() && !row.name().equals(person.name())) {
            cells.notice(
                    MoneyFields.NAME, "import.money.other-name", Map.of("name", person.name()));
        }
        if (CardUid.exists(row.card())) {
            var card = Optional.ofNullable(there.cards().get(new CardUid(row.card())));
            if (card.filter(one -> !one.person().equals(person.id())).isPresent()) {
                cells.bad(MoneyFields.CARD, "import.money.other-card");
            }
        }
        row.version()
                .ifPresent(version -> {
                    long last = versions.getOrDefault(person.id(), 0L);
                    if (version <= last) {
                        cells.bad(
                                MoneyFields.VERSION,
                                "import.money.version",
                                Map.of("last", last, "next", last + 1));
                    }
                });
    }

    private static BatchLine line(MoneyCells.Read row, PersonId id) {
        return new BatchLine(
                id,
                row.cells().line().row(),
                row.cash().orElseThrow(),
                row.subsidy().orElseThrow(),
                row.mode().orElseThrow(),
                row.until(),
                row.reason(),
                row.version());
    }

    private JudgedRow<BatchLine> booked(MoneyCells.Read row, BatchLine line, String subject) {
        var cells = row.cells();
        var before = held.get(line.person());
        try {
            if (before == null) {
                throw Problem.of(CardProblems.NOT_OPEN);
            }
            var plan = rules.plan(line, before);
            warn(cells, line, before);
            held.put(line.person(), plan.after());
            line.version().ifPresent(version -> versions.put(line.person(), version));
            cash = cash.plus(line.cash());
            subsidy = subsidy.plus(line.subsidy());
            return row(
                    cells,
                    RowEffect.ADD,
                    subject,
                    changes(before, plan.after()),
                    Optional.of(line));
        } catch (Problem problem) {
            var field = line.cash().isPositive() ? MoneyFields.CASH : MoneyFields.SUBSIDY;
            cells.bad(field, "problem." + problem.kind().name() + ".detail", problem.fields());
            return JudgedRow.bad(cells.line(), subject, cells.problems());
        }
    }

    /// One date for the whole purse (`D-38`): an accumulating grant may shorten what is there.
    private void warn(CellReader cells, BatchLine line, Balances before) {
        boolean there = before.spendableSubsidy(rules.today()).isPositive();
        boolean shorter =
                line.until().isPresent()
                        && before.subsidyUntil()
                                .map(day -> day.isAfter(line.until().get()))
                                .orElse(true);
        if (rules.grants()
                && line.subsidy().isPositive()
                && line.mode() == SubsidyMode.ACCUMULATE
                && there
                && shorter) {
            cells.notice(
                    MoneyFields.UNTIL,
                    before.subsidyUntil().isPresent()
                            ? "import.money.shortens"
                            : "import.money.shortens-never",
                    Map.of(
                            "before",
                            before.subsidyUntil().map(Object::toString).orElse(""),
                            "after",
                            line.until().get().toString()));
        }
    }

    private List<RowChange> changes(Balances before, Balances after) {
        var changes = new ArrayList<RowChange>();
        change(changes, "cash", before.cash().toString(), after.cash().toString());
        change(
                changes,
                "subsidy",
                before.spendableSubsidy(rules.today()).toString(),
                after.spendableSubsidy(rules.today()).toString());
        change(
                changes,
                "until",
                before.subsidyUntil().map(Object::toString).orElse(""),
                after.subsidyUntil().map(Object::toString).orElse(""));
        return changes;
    }

    private static void change(List<RowChange> to, String what, String before, String after) {
        if (!before.equals(after)) {
            to.add(new RowChange(what, before, after));
        }
    }

    private static JudgedRow<BatchLine> row(
            CellReader cells,
            RowEffect effect,
            String subject,
            List<RowChange> changes,
            Optional<BatchLine> plan) {
        return new JudgedRow<>(
                cells.line(), effect, subject, List.of(), cells.notices(), changes, plan);
    }

    @Override
    public List<ImportSum> sums() {
        return sums(cash, subsidy);
    }

    static List<ImportSum> sums(Money cash, Money subsidy) {
        return List.of(
                new ImportSum("cash", cash.toString()),
                new ImportSum("subsidy", subsidy.toString()));
    }
}
