package onecard.platform.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardCentre;
import onecard.platform.cards.CardIssue;
import onecard.platform.cards.CardState;
import onecard.platform.cards.Cards;
import onecard.platform.cards.Channel;
import onecard.platform.cards.SubsidyMode;
import onecard.platform.cards.TopUp;
import onecard.platform.cards.TopUps;
import onecard.platform.demo.Sample.SampleCard;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Ledger;
import onecard.platform.people.Department;
import onecard.platform.people.DepartmentId;
import onecard.platform.people.Departments;
import onecard.platform.people.GroupId;
import onecard.platform.people.Groups;
import onecard.platform.people.NewPerson;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonGroup;
import onecard.platform.people.PersonId;
import onecard.platform.system.Settings;
import onecard.vocabulary.CardUid;
import org.springframework.stereotype.Component;

/// Makes the people of the sample school: departments, groups, records, cards and money. What was
/// begun and broken off is gone on with.
@Component
class SamplePeople {
    /// Whose card is lost and whose account is frozen, by their places in the plan.
    private static final List<Integer> LOST = List.of(40, 180);

    private static final int FROZEN = 120;

    private final Departments departments;
    private final Groups groups;
    private final People people;
    private final Cards cards;
    private final CardCentre centre;
    private final TopUps topUps;
    private final Ledger ledger;
    private final Settings settings;
    private final Clock clock;

    SamplePeople(
            Departments departments,
            Groups groups,
            People people,
            Cards cards,
            CardCentre centre,
            TopUps topUps,
            Ledger ledger,
            Settings settings,
            Clock clock) {
        this.departments = departments;
        this.groups = groups;
        this.people = people;
        this.cards = cards;
        this.centre = centre;
        this.topUps = topUps;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /// Makes everybody who is not there yet.
    Map<SamplePlan.Kind, GroupId> make(SamplePlan plan) {
        var kinds = makeGroups();
        var places = makeDepartments(plan);
        var issued = cards.resolve(uids(plan));
        var made = new ArrayList<Person>();
        for (var someone : plan.people()) {
            var person = people.byNo(someone.number()).orElseGet(() -> add(someone, places, kinds));
            if (!issued.containsKey(someone.card())) {
                centre.issue(person.id(), someone.card(), Optional.empty());
            }
            made.add(person);
        }
        openingTopUps(plan, made);
        someTrouble(made);
        return kinds;
    }

    /// Returns the cards that can be held to a reader, with their holders' names as they are now.
    List<SampleCard> rack(SamplePlan plan) {
        var issued = cards.resolve(uids(plan));
        var holders = people.find(issued.values().stream().map(CardIssue::person).toList());
        var rack = new ArrayList<SampleCard>();
        for (var uid : uids(plan)) {
            var holder =
                    Optional.ofNullable(issued.get(uid)).map(CardIssue::person).map(holders::get);
            holder.ifPresent(person ->
                    rack.add(new SampleCard(uid.hex(), person.name(), person.number().value())));
        }
        return rack;
    }

    private static List<CardUid> uids(SamplePlan plan) {
        return plan.people().stream().map(SamplePlan.Someone::card).toList();
    }

    private Map<SamplePlan.Kind, GroupId> makeGroups() {
        var made = new HashMap<SamplePlan.Kind, GroupId>();
        for (var kind : SamplePlan.Kind.values()) {
            made.put(
                    kind,
                    groups.byValue(kind.value())
                            .map(PersonGroup::id)
                            .orElseGet(() ->
                                    groups.add(kind.code(), kind.groupName(), kind.value()).id()));
        }
        return made;
    }

    private Map<String, DepartmentId> makeDepartments(SamplePlan plan) {
        var root = departments.root().id();
        var made = new HashMap<String, DepartmentId>();
        for (Department there : departments.all()) {
            made.put(there.name(), there.id());
        }
        for (var place : plan.departments()) {
            made.computeIfAbsent(
                    place.name(),
                    name -> departments.add(made.getOrDefault(place.parent(), root), name).id());
        }
        return made;
    }

    private Person add(
            SamplePlan.Someone someone,
            Map<String, DepartmentId> places,
            Map<SamplePlan.Kind, GroupId> kinds) {
        return people.add(
                new NewPerson(
                        Optional.of(someone.number()),
                        someone.name(),
                        places.getOrDefault(someone.department(), departments.root().id()),
                        Optional.ofNullable(kinds.get(someone.kind())),
                        Optional.empty()));
    }

    /// Whoever never had an entry gets money; the key keeps a broken start from giving it twice.
    private void openingTopUps(SamplePlan plan, List<Person> made) {
        var balances = ledger.balances(made.stream().map(SamplePeople::account).toList());
        var until = endOfNextMonth();
        for (int i = 0; i < made.size(); i++) {
            var person = made.get(i);
            var someone = plan.people().get(i);
            var held = balances.get(account(person));
            if (held != null && held.version() == 0) {
                topUps.topUp(key(person), opening(person.id(), someone, until));
            }
        }
    }

    private static TopUp opening(PersonId person, SamplePlan.Someone someone, LocalDate until) {
        boolean subsidised = someone.subsidy().isPositive();
        return new TopUp(
                person,
                someone.cash(),
                someone.subsidy(),
                SubsidyMode.ACCUMULATE,
                subsidised ? Optional.of(until) : Optional.empty(),
                Channel.CASH,
                "");
    }

    /// A school without a lost card is no school.
    private void someTrouble(List<Person> made) {
        if (made.size() <= LOST.getLast()) {
            return;
        }
        for (int index : LOST) {
            var person = made.get(index).id();
            var open = cards.of(person).stream().filter(card -> card.state() == CardState.ISSUED);
            if (open.findAny().isPresent()) {
                centre.reportLoss(person);
            }
        }
        var frozen = made.get(FROZEN).id();
        if (cards.accountStates(List.of(frozen)).get(frozen) == AccountState.OPEN) {
            centre.freeze(frozen);
        }
    }

    private LocalDate endOfNextMonth() {
        return settings.current()
                .siteDay(clock.instant())
                .plusMonths(2)
                .withDayOfMonth(1)
                .minusDays(1);
    }

    private static UUID key(Person person) {
        return UUID.nameUUIDFromBytes(
                ("sample-school:" + person.number()).getBytes(StandardCharsets.UTF_8));
    }

    private static AccountId account(Person person) {
        return new AccountId(person.id().value());
    }
}
