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
    private Map<AccountId, byte[]> notes = Map.of();
    private boolean locked;

    PostgresTray(
            int strand,
            PostgresTrayStore.Rooms rooms,
            PostgresTrayStore.JournalTables tables,
            Guests guests,
            NewestNumbers newest,
            PreparedMonths.Step months,
            Clock clock) {
        this.strand = strand;
        this.rooms = rooms;
        this.tables = tables;
        this.guests = guests;
        this.newest = newest;
        this.months = months;
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
        return locked ? guests.cards(uids) : guests.guess(uids);
    }

    @Override
    public Map<AccountId, Balances> lock(Collection<AccountId> accounts) {
        Ledger.Locked rows = rooms.ledger().lockWithNotes(accounts);
        guests.locked(rows.balances());
        notes = rows.notes();
        locked = true;
        return rows.balances();
    }

    @Override
    public Map<AccountId, Holder> holders(Collection<AccountId> accounts) {
        return guests.holders(accounts);
    }

    @Override
    public Map<AccountId, Usages> usages(Collection<AccountId> accounts) {
        var found = new HashMap<AccountId, Usages>();
        for (AccountId account : accounts) {
            byte @Nullable [] note = notes.get(account);
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
        claim(settlement.claims());
        var used = new HashMap<AccountId, byte[]>();
        settlement.usages().forEach((account, usages) -> used.put(account, usages.stored()));
        rooms.ledger().post(tray, settlement.before(), settlement.transfers(), used);
        tables.purchases().insert(tray, settlement.rows());
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
