package onecard.platform.purchases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.cards.CardIssue;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Tray;
import onecard.platform.purchases.Regulars.Purses;
import onecard.platform.system.Versioned;
import onecard.platform.terminals.TerminalRegister;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.SerialNo;
import org.jspecify.annotations.Nullable;

/// One transaction of the kitchen in PostgreSQL.
final class PostgresTray implements OpenTray {
    private final int strand;
    private final PostgresTrayStore.Rooms rooms;
    private final PostgresTrayStore.JournalTables tables;
    private final Guests guests;
    private final NewestNumbers newest;
    private final PreparedMonths.Step months;
    private final Clock clock;
    private Optional<Situation> situation = Optional.empty();
    private final boolean mayRemember;
    private Ledger.Rows rows = new Ledger.Rows(Map.of(), Map.of());
    private Map<AccountId, Balances> after = Map.of();
    private Map<AccountId, byte[]> used = Map.of();
    private boolean held;
    private boolean fromMemory;

    PostgresTray(
            int strand,
            PostgresTrayStore.Rooms rooms,
            PostgresTrayStore.JournalTables tables,
            Guests guests,
            NewestNumbers newest,
            PreparedMonths.Step months,
            boolean mayRemember,
            Clock clock) {
        this.strand = strand;
        this.rooms = rooms;
        this.tables = tables;
        this.guests = guests;
        this.newest = newest;
        this.months = months;
        this.mayRemember = mayRemember;
        this.clock = clock;
    }

    PreparedMonths.Step months() {
        return months;
    }

    @Override
    public Situation situation() {
        tables.latch().share();
        Map<Versioned, Long> versions = rooms.versions().read();
        TerminalRegister register = rooms.terminals().at(version(versions, Versioned.TERMINALS));
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
        return held ? guests.cards(uids) : guests.guess(uids);
    }

    @Override
    public Map<AccountId, Balances> lock(Collection<AccountId> accounts) {
        Optional<Ledger.Rows> remembered =
                mayRemember ? guests.remembered(accounts) : Optional.empty();
        rows = remembered.orElseGet(() -> rooms.ledger().lockWithNotes(accounts));
        fromMemory = remembered.isPresent();
        guests.hold(rows.balances());
        held = true;
        return rows.balances();
    }

    /// Tells whether nothing was locked before the decision.
    boolean fromMemory() {
        return fromMemory;
    }

    /// Returns what the row of an account holds at the end.
    Optional<Purses> purses(AccountId account) {
        @Nullable Balances before = rows.balances().get(account);
        byte @Nullable [] note = used.getOrDefault(account, rows.notes().get(account));
        return before == null || note == null
                ? Optional.empty()
                : Optional.of(new Purses(after.getOrDefault(account, before), note));
    }

    @Override
    public Map<AccountId, Holder> holders(Collection<AccountId> accounts) {
        return guests.holders(accounts);
    }

    @Override
    public Map<AccountId, Usages> usages(Collection<AccountId> accounts) {
        var found = new HashMap<AccountId, Usages>();
        for (AccountId account : accounts) {
            byte @Nullable [] note = rows.notes().get(account);
            if (note != null) {
                found.put(account, Usages.of(note));
            }
        }
        return found;
    }

    @Override
    public Tray open() {
        Instant bookedAt = clock.instant();
        Situation now = situation.orElseGet(this::situation);
        LocalDate bookedOn = bookedAt.atZone(now.settings().zone()).toLocalDate();
        Tray tray = rooms.ledger().openTray(strand, bookedAt, bookedOn);
        months.prepare(bookedOn);
        return tray;
    }

    @Override
    public void settle(Tray tray, Settlement settlement) {
        used = new HashMap<>();
        settlement.usages().forEach((account, usages) -> used.put(account, usages.stored()));
        // Accounts before claims: those that are only remembered are locked here.
        after = post(tray, settlement);
        claim(settlement.claims());
        tables.purchases().insert(tray, settlement.rows());
        tables.takings().follow(tray.strand(), tray.bookedOn());
        List<JournalRow> voids =
                settlement.rows().stream().filter(row -> row.undoes().isPresent()).toList();
        if (!voids.isEmpty() && tables.voided().add(voids) < voids.size()) {
            throw new LostRace("A purchase was taken back elsewhere");
        }
    }

    private Map<AccountId, Balances> post(Tray tray, Settlement settlement) {
        Ledger ledger = rooms.ledger();
        return fromMemory
                ? ledger.postRemembered(tray, rows.balances(), settlement.transfers(), used)
                : ledger.post(tray, settlement.before(), settlement.transfers(), used);
    }

    private void claim(List<JournalRow> claims) {
        if (claims.isEmpty()) {
            return;
        }
        List<Claim> numbers = claims.stream().map(JournalRow::claim).toList();
        try {
            tables.claims().claim(claims);
        } catch (LostRace e) {
            newest.forget(numbers);
            throw e;
        }
        newest.used(numbers);
    }

    private static long version(Map<Versioned, Long> versions, Versioned what) {
        return versions.getOrDefault(what, 0L);
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
