package onecard.platform.terminals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import onecard.vocabulary.SerialNo;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The keys of the register as it was last read.
@Component
class StoredKeys implements TerminalKeys {
    /// Keys used for the first time that wait to be noted; one that does not fit is noted at the
    /// terminal's next handshake.
    private static final int NOTES_MAX = 10_000;

    private static final Duration OVERLAP = Duration.ofDays(TerminalDesk.OVERLAP_DAYS);

    private final RegisterSnapshot register;
    private final TerminalKeyTable table;
    private final KeyMaker maker;
    private final SignsOfLife signs;
    private final Versions versions;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final Queue<Use> uses = new ArrayBlockingQueue<>(NOTES_MAX);

    private record Use(Terminal terminal, int keyNumber, Instant at) {}

    StoredKeys(
            RegisterSnapshot register,
            TerminalKeyTable table,
            KeyMaker maker,
            SignsOfLife signs,
            Versions versions,
            AuditTrail audit,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.table = table;
        this.maker = maker;
        this.signs = signs;
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Key> keysOf(SerialNo serial) {
        return good(serial).stream()
                .map(row -> new Key(row.number(), maker.open(serial, row.sealed())))
                .toList();
    }

    @Override
    public boolean fits(SerialNo serial, int keyNumber) {
        return good(serial).stream().anyMatch(row -> keyNumber == 0 || row.number() == keyNumber);
    }

    /// An older key is good until the newest one was made a while ago.
    private List<TerminalKeyTable.Row> good(SerialNo serial) {
        var state = register.lastRead();
        List<TerminalKeyTable.Row> rows =
                state.bySerial(serial)
                        .filter(terminal -> terminal.state() == TerminalState.ACTIVE)
                        .map(terminal -> state.keys().getOrDefault(terminal.id(), List.of()))
                        .orElse(List.of());
        if (rows.size() < 2) {
            return rows;
        }
        boolean overlaps = rows.getFirst().madeAt().plus(OVERLAP).isAfter(clock.instant());
        return rows.subList(0, overlaps ? 2 : 1);
    }

    @Override
    public void knocked(String identity, String address) {
        signs.knocked(identity, address, clock.instant());
    }

    @Override
    public void opened(SerialNo serial, int keyNumber) {
        var state = register.lastRead();
        state.bySerial(serial)
                .filter(terminal ->
                        state.keys().getOrDefault(terminal.id(), List.of()).stream()
                                .anyMatch(row -> row.number() == keyNumber && !row.used()))
                .ifPresent(terminal -> uses.offer(new Use(terminal, keyNumber, clock.instant())));
    }

    /// Notes the keys that were used for the first time, and retires those they replace.
    void noteUses() {
        for (Use use = uses.poll(); use != null; use = uses.poll()) {
            note(use);
        }
    }

    private void note(Use use) {
        transaction.executeWithoutResult(_ -> {
            versions.raise(Versioned.TERMINALS);
            TerminalId id = use.terminal().id();
            table.used(id, use.keyNumber(), use.at());
            if (table.retire(id, use.keyNumber(), use.at()) > 0) {
                audit.record(
                        "terminals.old-key-retired",
                        StoredDesk.subject(use.terminal()),
                        Map.of("keyNumber", use.keyNumber()));
            }
        });
    }
}
