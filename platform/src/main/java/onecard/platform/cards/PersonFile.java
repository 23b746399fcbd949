package onecard.platform.cards;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Ledger;
import onecard.platform.people.Department;
import onecard.platform.people.DepartmentId;
import onecard.platform.people.Departments;
import onecard.platform.people.GroupId;
import onecard.platform.people.Groups;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonGroup;
import onecard.platform.people.PersonId;
import onecard.platform.people.PersonNo;
import onecard.platform.people.PersonSearch;
import onecard.platform.system.Page;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Component;

/// Puts together what the console shows of people: their records, cards and purses. However many
/// people a page shows, it takes the same few statements.
@Component
class PersonFile {
    private final People people;
    private final Departments departments;
    private final Groups groups;
    private final CardIssueTable issues;
    private final Cards cards;
    private final Ledger ledger;
    private final CardParameterDesk parameters;
    private final Settings settings;
    private final Clock clock;

    PersonFile(
            People people,
            Departments departments,
            Groups groups,
            CardIssueTable issues,
            Cards cards,
            Ledger ledger,
            CardParameterDesk parameters,
            Settings settings,
            Clock clock) {
        this.people = people;
        this.departments = departments;
        this.groups = groups;
        this.issues = issues;
        this.cards = cards;
        this.ledger = ledger;
        this.parameters = parameters;
        this.settings = settings;
        this.clock = clock;
    }

    /// A page of people; a card serial among the words finds the card's holder.
    Page<PersonRow> list(
            String words,
            Optional<DepartmentId> department,
            Optional<GroupId> group,
            PersonSearch.Order order,
            Optional<String> after,
            int limit) {
        var holder = CardUid.exists(words) ? holder(new CardUid(words)) : Optional.<Person>empty();
        if (holder.isPresent()) {
            return new Page<>(rows(List.of(holder.get())), Optional.empty());
        }
        var search = new PersonSearch(words, department, group, cursor(after), limit + 1, order);
        var page = Page.cut(people.search(search), limit, person -> person.number().value());
        return new Page<>(rows(page.items()), page.next());
    }

    /// Everything about one person.
    Whole of(PersonId id) {
        var person = people.find(id).orElseThrow(() -> Problem.notFound("person", id.value()));
        var today = today();
        var zone = settings.current().zone();
        var account = new AccountId(id.value());
        var balances = Optional.ofNullable(ledger.balances(List.of(account)).get(account));
        return new Whole(
                person,
                rows(List.of(person)).getFirst(),
                cards.of(id).stream().map(issue -> CardRow.of(issue, today, zone)).toList(),
                balances.map(held -> PursesRow.of(held, today)));
    }

    /// @param purses empty while there is no account
    record Whole(Person person, PersonRow row, List<CardRow> cards, Optional<PursesRow> purses) {}

    CardParameters parameters() {
        return parameters.current();
    }

    LocalDate today() {
        return settings.current().siteDay(clock.instant());
    }

    private Optional<Person> holder(CardUid uid) {
        return Optional.ofNullable(cards.resolve(List.of(uid)).get(uid))
                .flatMap(issue -> people.find(issue.person()));
    }

    private List<PersonRow> rows(List<Person> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var ids = found.stream().map(Person::id).toList();
        var places =
                departments.find(new HashSet<>(found.stream().map(Person::department).toList()));
        Map<GroupId, PersonGroup> named =
                groups.all().stream()
                        .collect(Collectors.toMap(PersonGroup::id, Function.identity()));
        var states = cards.accountStates(ids);
        var counts = issues.countOpen(ids);
        var balances = ledger.balances(ids.stream().map(id -> new AccountId(id.value())).toList());
        var today = today();
        return found.stream()
                .map(person ->
                        row(
                                person,
                                Optional.ofNullable(places.get(person.department())),
                                person.group().map(named::get),
                                counts.getOrDefault(person.id(), 0),
                                Optional.ofNullable(states.get(person.id())),
                                Optional.ofNullable(
                                        balances.get(new AccountId(person.id().value()))),
                                today))
                .toList();
    }

    private static PersonRow row(
            Person person,
            Optional<Department> department,
            Optional<PersonGroup> group,
            int cards,
            Optional<AccountState> state,
            Optional<Balances> balances,
            LocalDate today) {
        return new PersonRow(
                person.id().value(),
                person.number().value(),
                person.name(),
                person.department().value(),
                department.map(Department::name).orElse(""),
                group.map(found -> found.id().value()),
                group.map(PersonGroup::name),
                cards,
                state,
                balances.map(Balances::cash).map(Money::cents).orElse(0L),
                balances.map(held -> held.spendableSubsidy(today)).map(Money::cents).orElse(0L));
    }

    private static Optional<PersonNo> cursor(Optional<String> after) {
        return after.filter(text -> !text.isEmpty())
                .map(text -> {
                    if (!PersonNo.exists(text)) {
                        throw Problem.field("after", "error.cards.cursor");
                    }
                    return new PersonNo(text);
                });
    }
}
