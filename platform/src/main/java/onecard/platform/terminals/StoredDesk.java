package onecard.platform.terminals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import onecard.platform.merchants.Merchant;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.Merchants;
import onecard.platform.merchants.OutletId;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.platform.system.Revision;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import onecard.vocabulary.MachineNo;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Registers terminals and changes what is known of them. Raising the version first makes those who
/// change the register wait for each other.
@Service
class StoredDesk implements TerminalDesk {
    private static final int NAME_MAX = 60;

    private final TerminalTable table;
    private final TerminalKeyTable keys;
    private final TerminalPlaceTable places;
    private final KnockTable knocks;
    private final KeyMaker maker;
    private final Merchants merchants;
    private final Versions versions;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final RegisterWatch watch;

    StoredDesk(
            TerminalTable table,
            TerminalKeyTable keys,
            TerminalPlaceTable places,
            KnockTable knocks,
            KeyMaker maker,
            Merchants merchants,
            Versions versions,
            AuditTrail audit,
            InstantSource clock,
            RegisterWatch watch) {
        this.table = table;
        this.keys = keys;
        this.places = places;
        this.knocks = knocks;
        this.maker = maker;
        this.merchants = merchants;
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
        this.watch = watch;
    }

    @Override
    @Transactional
    public Registered register(NewTerminal terminal) {
        begin();
        check(terminal.name(), terminal.merchant(), terminal.outlet(), terminal.machineNo(), 0);
        if (table.exists(terminal.serial())) {
            throw Problem.field("serial", "error.terminals.serial-taken");
        }
        Instant now = clock.instant();
        Terminal added = unique(terminal, now);
        places.note(added, now);
        knocks.forget(added.serial().value());
        String key = maker.make();
        keys.add(added.id(), maker.seal(added.serial(), key), now);
        audit.record("terminals.terminal-registered", subject(added), details(added));
        return new Registered(added, key);
    }

    private Terminal unique(NewTerminal terminal, Instant now) {
        try {
            return table.add(terminal, now);
        } catch (DuplicateKeyException meanwhile) {
            throw Problem.field("serial", "error.terminals.serial-taken");
        }
    }

    @Override
    @Transactional
    public Terminal change(TerminalId id, Change change) {
        begin();
        TerminalTable.Row row = lock(id);
        Terminal before = row.terminal();
        change.version().ifPresent(seen -> new Revision(seen).mustBe(row.version()));
        check(change.name(), change.merchant(), change.outlet(), change.machineNo(), id.value());
        Terminal after =
                new Terminal(
                        id,
                        before.serial(),
                        change.machineNo(),
                        change.name(),
                        change.merchant(),
                        change.outlet(),
                        change.served(),
                        before.state());
        table.change(after);
        if (!after.merchant().equals(before.merchant())
                || !after.outlet().equals(before.outlet())) {
            places.note(after, clock.instant());
        }
        audit.record(
                "terminals.terminal-changed",
                subject(after),
                Map.of("before", details(before), "after", details(after)));
        return after;
    }

    @Override
    @Transactional
    public String rotateKey(TerminalId id) {
        begin();
        Terminal terminal = lock(id).terminal();
        Instant now = clock.instant();
        String key = maker.make();
        int number = keys.add(id, maker.seal(terminal.serial(), key), now);
        // Of the older ones only the last stays good beside it.
        keys.retire(id, number - 1, now);
        if (terminal.state() == TerminalState.REVOKED) {
            keys.retire(id, number, now);
            table.change(with(terminal, TerminalState.ACTIVE));
        }
        audit.record("terminals.key-made", subject(terminal), Map.of("keyNumber", number));
        return key;
    }

    @Override
    @Transactional
    public Terminal revoke(TerminalId id) {
        begin();
        Terminal terminal = lock(id).terminal();
        keys.retire(id, Integer.MAX_VALUE, clock.instant());
        Terminal revoked = with(terminal, TerminalState.REVOKED);
        table.change(revoked);
        audit.record("terminals.terminal-revoked", subject(revoked), Map.of());
        return revoked;
    }

    private void begin() {
        versions.raise(Versioned.TERMINALS);
        watch.lookAfterCommit();
    }

    private TerminalTable.Row lock(TerminalId id) {
        return table.lock(id).orElseThrow(() -> Problem.notFound("terminal", id.value()));
    }

    private void check(
            String name,
            MerchantId merchant,
            Optional<OutletId> outlet,
            Optional<MachineNo> machineNo,
            int but) {
        boolean plain = name.chars().noneMatch(Character::isISOControl);
        if (name.isBlank() || !name.strip().equals(name) || !plain || name.length() > NAME_MAX) {
            throw Problem.field("name", "error.terminals.name", Map.of("max", NAME_MAX));
        }
        Merchant owner =
                merchants
                        .find(merchant)
                        .orElseThrow(() -> Problem.field("merchantId", "error.terminals.no-such"));
        if (outlet.isPresent()
                && owner.outlets().stream().noneMatch(each -> each.id().equals(outlet.get()))) {
            throw Problem.field("outletId", "error.terminals.no-such");
        }
        if (machineNo.isPresent() && table.exists(machineNo.get(), but)) {
            throw Problem.field("machineNo", "error.terminals.machine-no-taken");
        }
    }

    private static Terminal with(Terminal terminal, TerminalState state) {
        return new Terminal(
                terminal.id(),
                terminal.serial(),
                terminal.machineNo(),
                terminal.name(),
                terminal.merchant(),
                terminal.outlet(),
                terminal.served(),
                state);
    }

    private static Map<String, Object> details(Terminal terminal) {
        Map<String, Object> details = new LinkedHashMap<>();
        terminal.machineNo().ifPresent(number -> details.put("machineNo", number.value()));
        details.put("name", terminal.name());
        details.put("merchantId", terminal.merchant().value());
        terminal.outlet().ifPresent(outlet -> details.put("outletId", outlet.value()));
        details.put("served", terminal.served());
        return details;
    }

    static String subject(Terminal terminal) {
        return "terminal " + terminal.serial() + " " + terminal.name();
    }
}
