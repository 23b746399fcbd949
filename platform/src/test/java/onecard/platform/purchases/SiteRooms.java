package onecard.platform.purchases;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardIssue;
import onecard.platform.cards.Cards;
import onecard.platform.cards.PastIssue;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Ledger;
import onecard.platform.merchants.Meal;
import onecard.platform.merchants.MealPeriods;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.OutletId;
import onecard.platform.merchants.Timetable;
import onecard.platform.people.DepartmentId;
import onecard.platform.people.NewPerson;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonChange;
import onecard.platform.people.PersonId;
import onecard.platform.people.PersonNo;
import onecard.platform.people.PersonNoCells;
import onecard.platform.people.PersonSearch;
import onecard.platform.people.Standing;
import onecard.platform.rules.CurrentRulebook;
import onecard.platform.rules.Rulebook;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import onecard.platform.terminals.DayTold;
import onecard.platform.terminals.Heard;
import onecard.platform.terminals.SellsAlone;
import onecard.platform.terminals.Terminal;
import onecard.platform.terminals.TerminalId;
import onecard.platform.terminals.TerminalRegister;
import onecard.platform.terminals.TerminalState;
import onecard.platform.terminals.Terminals;
import onecard.platform.terminals.WantedParameters;
import onecard.platform.terminals.WorksBy;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.SerialNo;

/// The rooms that the kitchen asks, filled with a [Site]: only what the kitchen asks is there. The
/// ledger is the real one.
final class SiteRooms {
    private SiteRooms() {}

    static PostgresTrayStore.Rooms of(Site site, Ledger ledger) {
        return new PostgresTrayStore.Rooms(
                new Fixed(),
                new OfSite(site),
                new Book(site),
                new Meals(site),
                new Register(site),
                new Issues(site),
                new Everybody(site),
                ledger);
    }

    private static UnsupportedOperationException notAsked() {
        return new UnsupportedOperationException("The kitchen does not ask this");
    }

    private record Fixed() implements Versions {
        @Override
        public Map<Versioned, Long> read() {
            return Map.of();
        }

        @Override
        public void raise(Versioned what) {
            throw notAsked();
        }
    }

    private record OfSite(Site site) implements Settings {
        @Override
        public SiteSettings current() {
            return site.settings();
        }

        @Override
        public SiteSettings change(UnaryOperator<SiteSettings> change) {
            throw notAsked();
        }
    }

    private record Book(Site site) implements CurrentRulebook {
        @Override
        public Rulebook get() {
            return site.rulebook();
        }

        @Override
        public Rulebook at(long version) {
            return site.rulebook();
        }
    }

    private record Meals(Site site) implements MealPeriods {
        @Override
        public Timetable current() {
            return site.timetable();
        }

        @Override
        public Timetable at(long settings, long merchants) {
            return site.timetable();
        }

        @Override
        public List<Meal> meals() {
            return site.timetable().meals();
        }
    }

    private record Register(Site site) implements Terminals, TerminalRegister {
        @Override
        public TerminalRegister current() {
            return this;
        }

        @Override
        public TerminalRegister at(long version) {
            return this;
        }

        @Override
        public Optional<Terminal> bySerial(SerialNo serial) {
            return site.place(serial)
                    .map(place ->
                            new Terminal(
                                    new TerminalId(place.terminal()),
                                    serial,
                                    Optional.empty(),
                                    serial.value(),
                                    new MerchantId(place.merchant()),
                                    place.outlet().map(OutletId::new),
                                    place.served(),
                                    TerminalState.ACTIVE));
        }

        @Override
        public Optional<Terminal> find(TerminalId id) {
            throw notAsked();
        }

        @Override
        public Collection<Terminal> all() {
            throw notAsked();
        }

        @Override
        public Optional<Terminals.Place> placeAt(TerminalId terminal, Instant moment) {
            throw notAsked();
        }

        @Override
        public List<Terminals.PastPlace> placesOf(TerminalId terminal) {
            throw notAsked();
        }

        @Override
        public Optional<Duration> clockAhead(SerialNo serial) {
            throw notAsked();
        }

        @Override
        public void heard(SerialNo serial, Heard heard) {
            throw notAsked();
        }

        @Override
        public void bought(SerialNo serial, Instant at) {
            throw notAsked();
        }

        @Override
        public Optional<WantedParameters> wanted(SerialNo serial) {
            throw notAsked();
        }

        @Override
        public void told(SerialNo serial, DayTold told) {
            throw notAsked();
        }

        @Override
        public void worksBy(SerialNo serial, WorksBy said) {
            throw notAsked();
        }

        @Override
        public void sellsAlone(SerialNo serial, SellsAlone said) {
            throw notAsked();
        }
    }

    private record Issues(Site site) implements Cards {
        @Override
        public Map<CardUid, CardIssue> resolve(Collection<CardUid> uids) {
            return site.cards(uids);
        }

        @Override
        public Map<CardUid, List<PastIssue>> history(Collection<CardUid> uids) {
            throw notAsked();
        }

        @Override
        public Map<PersonId, AccountState> accountStates(Collection<PersonId> people) {
            var states = new HashMap<PersonId, AccountState>();
            site.holders(accounts(people))
                    .forEach((account, holder) ->
                            states.put(new PersonId(account.value()), holder.state()));
            return states;
        }

        @Override
        public Map<CardUid, CardIssue> heldBy(Collection<PersonId> people) {
            throw notAsked();
        }

        @Override
        public List<CardIssue> latestOf(Collection<PersonId> people) {
            throw notAsked();
        }

        @Override
        public List<PersonId> holders(int after, int limit) {
            throw notAsked();
        }

        @Override
        public List<CardIssue> of(PersonId person) {
            throw notAsked();
        }
    }

    private record Everybody(Site site) implements People {
        @Override
        public Map<PersonId, Standing> standing(Collection<PersonId> people) {
            var standings = new HashMap<PersonId, Standing>();
            site.holders(accounts(people))
                    .forEach((account, holder) ->
                            standings.put(
                                    new PersonId(account.value()),
                                    new Standing(
                                            holder.group(),
                                            new DepartmentId(holder.department()),
                                            holder.maskedName(),
                                            "")));
            return standings;
        }

        @Override
        public Optional<Person> find(PersonId id) {
            throw notAsked();
        }

        @Override
        public Map<PersonId, Person> find(Collection<PersonId> ids) {
            throw notAsked();
        }

        @Override
        public Optional<Person> byNo(PersonNo number) {
            throw notAsked();
        }

        @Override
        public Map<PersonNo, Person> byNo(Collection<PersonNo> numbers) {
            throw notAsked();
        }

        @Override
        public PersonNoCells numberCells() {
            throw notAsked();
        }

        @Override
        public List<Person> search(PersonSearch search) {
            throw notAsked();
        }

        @Override
        public Person add(NewPerson person) {
            throw notAsked();
        }

        @Override
        public Person change(PersonId id, PersonChange change) {
            throw notAsked();
        }
    }

    private static List<AccountId> accounts(Collection<PersonId> people) {
        return people.stream().map(person -> new AccountId(person.value())).toList();
    }
}
