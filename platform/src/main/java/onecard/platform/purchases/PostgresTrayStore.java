package onecard.platform.purchases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardIssue;
import onecard.platform.cards.Cards;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Tray;
import onecard.platform.merchants.MealPeriods;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.platform.people.Standing;
import onecard.platform.rules.CurrentRulebook;
import onecard.platform.system.Settings;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import onecard.platform.terminals.TerminalRegister;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.SerialNo;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Trays settled in PostgreSQL, each in one transaction at READ COMMITTED.
@Component
class PostgresTrayStore implements TrayStore {
    private final TransactionTemplate transaction;
    private final Rooms rooms;
    private final JournalTables tables;
    private final Clock clock;
    private final NewestNumbers newest = new NewestNumbers();
    private volatile YearMonth preparedUntil = YearMonth.of(1970, 1);

    PostgresTrayStore(
            @Qualifier("moneyTransactions") TransactionTemplate transaction,
            Rooms rooms,
            JournalTables tables,
            Clock clock) {
        this.transaction = transaction;
        this.rooms = rooms;
        this.tables = tables;
        this.clock = clock;
    }

    /// The rooms the kitchen asks.
    @Component
    record Rooms(
            Versions versions,
            Settings settings,
            CurrentRulebook rules,
            MealPeriods meals,
            Terminals terminals,
            Cards cards,
            People people,
            Ledger ledger) {}

    /// The kitchen's own tables.
    @Component
    record JournalTables(
            ClaimTable claims,
            PurchaseTable purchases,
            VoidedTable voided,
            UsageTable usages,
            TakingsTable takings,
            RulebookLatch latch) {}

    @Override
    public <T> T inTray(int strand, Function<OpenTray, T> work) {
        var tray = new OneTray(strand);
        @Nullable T result;
        boolean committed = false;
        try {
            result = transaction.execute(_ -> work.apply(tray));
            committed = true;
        } finally {
            if (!committed) {
                tables.takings().forget();
            }
        }
        if (result == null) {
            throw new IllegalStateException("A tray ended without a result");
        }
        preparedUntil = tray.prepared;
        return result;
    }

    /// One transaction.
    private final class OneTray implements OpenTray {
        private final int strand;
        private Optional<Situation> situation = Optional.empty();
        private YearMonth prepared = preparedUntil;
        private Set<AccountId> withUsages = Set.of();

        OneTray(int strand) {
            this.strand = strand;
        }

        @Override
        public Situation situation() {
            tables.latch().share();
            Map<Versioned, Long> versions = rooms.versions().read();
            TerminalRegister register =
                    rooms.terminals().at(version(versions, Versioned.TERMINALS));
            var now =
                    new Situation(
                            rooms.settings().current(),
                            rooms.rules().at(version(versions, Versioned.RULES)),
                            rooms.meals()
                                    .at(
                                            version(versions, Versioned.SETTINGS),
                                            version(versions, Versioned.MERCHANTS)),
                            serial -> place(register, serial));
            situation = Optional.of(now);
            return now;
        }

        @Override
        public Map<Claim, Earlier> look(Collection<Claim> claims) {
            List<Claim> perhapsUsed = newest.perhapsUsed(claims);
            return perhapsUsed.isEmpty() ? Map.of() : tables.purchases().look(perhapsUsed);
        }

        @Override
        public Map<CardUid, CardIssue> cards(Collection<CardUid> uids) {
            return uids.isEmpty() ? Map.of() : rooms.cards().resolve(uids);
        }

        @Override
        public Map<AccountId, Balances> lock(Collection<AccountId> accounts) {
            return accounts.isEmpty() ? Map.of() : rooms.ledger().lock(accounts);
        }

        @Override
        public Map<AccountId, Holder> holders(Collection<AccountId> accounts) {
            if (accounts.isEmpty()) {
                return Map.of();
            }
            List<PersonId> people = accounts.stream().map(a -> new PersonId(a.value())).toList();
            Map<PersonId, AccountState> states = rooms.cards().accountStates(people);
            var holders = new HashMap<AccountId, Holder>();
            rooms.people()
                    .standing(people)
                    .forEach((person, standing) ->
                            Optional.ofNullable(states.get(person))
                                    .ifPresent(state ->
                                            holders.put(
                                                    new AccountId(person.value()),
                                                    holder(state, standing))));
            return holders;
        }

        @Override
        public Map<AccountId, Usages> usages(Collection<AccountId> accounts) {
            Map<AccountId, Usages> found =
                    accounts.isEmpty() ? Map.of() : tables.usages().read(accounts);
            withUsages = Set.copyOf(found.keySet());
            return found;
        }

        @Override
        public Tray open() {
            Instant bookedAt = clock.instant();
            Situation now = situation.orElseGet(this::situation);
            LocalDate bookedOn = bookedAt.atZone(now.settings().zone()).toLocalDate();
            Tray tray = rooms.ledger().openTray(strand, bookedAt, bookedOn);
            // This month and the next, once per month and node; a tray that fails undoes it.
            YearMonth next = YearMonth.from(bookedOn).plusMonths(1);
            if (!prepared.equals(next)) {
                tables.purchases().prepareMonth(bookedOn);
                tables.purchases().prepareMonth(next.atDay(1));
                prepared = next;
            }
            return tray;
        }

        @Override
        public void settle(Tray tray, Settlement settlement) {
            claim(settlement.claims());
            rooms.ledger().post(tray, settlement.before(), settlement.transfers());
            tables.purchases().insert(tray, settlement.rows());
            tables.usages().write(settlement.usages(), withUsages);
            tables.takings().add(settlement.takings());
            List<JournalRow> voids =
                    settlement.rows().stream().filter(row -> row.undoes().isPresent()).toList();
            if (!voids.isEmpty() && tables.voided().add(voids) < voids.size()) {
                throw new LostRace("A purchase was taken back elsewhere");
            }
        }

        private void claim(List<JournalRow> claims) {
            if (claims.isEmpty()) {
                return;
            }
            List<Claim> numbers = claims.stream().map(JournalRow::claim).toList();
            if (tables.claims().claim(claims) < claims.size()) {
                newest.forget(numbers);
                throw new LostRace("A number was claimed elsewhere");
            }
            newest.used(numbers);
        }
    }

    private static long version(Map<Versioned, Long> versions, Versioned what) {
        return versions.getOrDefault(what, 0L);
    }

    private static Holder holder(AccountState state, Standing standing) {
        return new Holder(
                state, standing.group(), standing.department().value(), standing.maskedName());
    }

    private static Optional<Place> place(TerminalRegister register, SerialNo serial) {
        return register.bySerial(serial)
                .map(terminal ->
                        new Place(
                                terminal.id().value(),
                                terminal.merchant().value(),
                                terminal.outlet().map(outlet -> outlet.value()),
                                terminal.isServed()));
    }
}
