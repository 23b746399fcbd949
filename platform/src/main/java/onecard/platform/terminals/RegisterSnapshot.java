package onecard.platform.terminals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import onecard.vocabulary.SerialNo;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The register as it stood at one version, kept in memory until the version differs.
@Component
class RegisterSnapshot {
    private final TerminalTable terminals;
    private final TerminalKeyTable keys;
    private final ParameterTable parameters;
    private final Versions versions;
    private final TransactionTemplate consistent;
    private volatile State last = new State(-1, Map.of(), Map.of(), Map.of(), Map.of());

    RegisterSnapshot(
            TerminalTable terminals,
            TerminalKeyTable keys,
            ParameterTable parameters,
            Versions versions,
            PlatformTransactionManager transactions) {
        this.terminals = terminals;
        this.keys = keys;
        this.parameters = parameters;
        this.versions = versions;
        this.consistent = new TransactionTemplate(transactions);
        this.consistent.setReadOnly(true);
        this.consistent.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.consistent.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    record State(
            long version,
            Map<TerminalId, TerminalTable.Row> byId,
            Map<SerialNo, Terminal> serials,
            Map<TerminalId, List<TerminalKeyTable.Row>> keys,
            Map<TerminalId, WantedParameters> parameters)
            implements TerminalRegister {
        @Override
        public Optional<Terminal> bySerial(SerialNo serial) {
            return Optional.ofNullable(serials.get(serial));
        }

        Optional<WantedParameters> wanted(SerialNo serial) {
            return bySerial(serial).map(terminal -> parameters.get(terminal.id()));
        }

        @Override
        public Optional<Terminal> find(TerminalId id) {
            return Optional.ofNullable(byId.get(id)).map(TerminalTable.Row::terminal);
        }

        @Override
        public Collection<Terminal> all() {
            return byId.values().stream().map(TerminalTable.Row::terminal).toList();
        }
    }

    /// Returns what was read last, without asking anybody; nothing is registered before the first
    /// read.
    State lastRead() {
        return last;
    }

    State current() {
        return at(versions.read().getOrDefault(Versioned.TERMINALS, 0L));
    }

    /// If somebody changed more since the caller read the version, the answer is newer: that is a
    /// change taking effect at the next transaction.
    State at(long version) {
        State kept = last;
        return kept.version() == version ? kept : reload(version);
    }

    /// One at a time, in a transaction of its own together with the version, so that what a caller
    /// has changed and not committed is never kept.
    private synchronized State reload(long version) {
        State kept = last;
        if (kept.version() == version) {
            return kept;
        }
        State read = consistent.execute(_ -> read());
        last = read;
        return read;
    }

    private State read() {
        long version = versions.read().getOrDefault(Versioned.TERMINALS, 0L);
        var byId = new LinkedHashMap<TerminalId, TerminalTable.Row>();
        var serials = new HashMap<SerialNo, Terminal>();
        for (TerminalTable.Row row : terminals.all()) {
            byId.put(row.terminal().id(), row);
            serials.put(row.terminal().serial(), row.terminal());
        }
        var good = new HashMap<TerminalId, List<TerminalKeyTable.Row>>();
        for (TerminalKeyTable.Row key : keys.goodOnes()) {
            good.computeIfAbsent(key.terminal(), _ -> new ArrayList<>()).add(key);
        }
        var wanted = new LinkedHashMap<TerminalId, WantedParameters>();
        parameters.all().forEach(each -> wanted.put(each.terminal(), each));
        return new State(version, byId, serials, good, wanted);
    }
}
