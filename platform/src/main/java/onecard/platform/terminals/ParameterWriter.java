package onecard.platform.terminals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onecard.platform.merchants.Merchant;
import onecard.platform.merchants.Merchants;
import onecard.platform.system.Settings;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes versions of parameters. Raising the version of the register first makes those who write
/// wait for each other, so that no version is given twice.
@Component
class ParameterWriter {
    private final ParameterTable table;
    private final TerminalTable terminals;
    private final Merchants merchants;
    private final Settings settings;
    private final Versions versions;
    private final InstantSource clock;

    ParameterWriter(
            ParameterTable table,
            TerminalTable terminals,
            Merchants merchants,
            Settings settings,
            Versions versions,
            InstantSource clock) {
        this.table = table;
        this.terminals = terminals;
        this.merchants = merchants;
        this.settings = settings;
        this.versions = versions;
        this.clock = clock;
    }

    /// Gives these terminals one new version.
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(List<Terminal> chosen, UnaryOperator<TerminalParameters> change) {
        versions.raise(Versioned.TERMINALS);
        var before = read();
        put(
                before,
                chosen.stream()
                        .map(terminal ->
                                wanted(
                                        terminal,
                                        change.apply(
                                                Optional.ofNullable(before.get(terminal.id()))
                                                        .map(WantedParameters::values)
                                                        .orElse(TerminalParameters.USUAL))))
                        .toList());
    }

    /// Gives a new version to terminals whose number, merchant or zone is another than they were
    /// told.
    @Transactional
    public void refresh() {
        versions.raise(Versioned.TERMINALS);
        var before = read();
        put(before, outdated(before.values().stream().toList(), registered()));
    }

    /// Lists what terminals are to be told anew.
    List<WantedParameters> outdated(List<WantedParameters> told, List<Terminal> register) {
        var byId = new LinkedHashMap<TerminalId, Terminal>();
        register.forEach(terminal -> byId.put(terminal.id(), terminal));
        var outdated = new ArrayList<WantedParameters>();
        for (var before : told) {
            Optional.ofNullable(byId.get(before.terminal()))
                    .map(terminal -> wanted(terminal, before.values()))
                    .filter(now -> !now.equals(unversioned(before)))
                    .ifPresent(outdated::add);
        }
        return outdated;
    }

    private Map<TerminalId, WantedParameters> read() {
        var before = new LinkedHashMap<TerminalId, WantedParameters>();
        table.all().forEach(each -> before.put(each.terminal(), each));
        return before;
    }

    private List<Terminal> registered() {
        return terminals.all().stream().map(TerminalTable.Row::terminal).toList();
    }

    private WantedParameters wanted(Terminal terminal, TerminalParameters values) {
        return new WantedParameters(
                terminal.id(),
                0,
                Instant.EPOCH,
                terminal.machineNo(),
                merchants.find(terminal.merchant()).map(Merchant::name).orElse(""),
                settings.current().zone(),
                values);
    }

    private static WantedParameters unversioned(WantedParameters told) {
        return at(told, 0, Instant.EPOCH);
    }

    private static WantedParameters at(WantedParameters wanted, long version, Instant at) {
        return new WantedParameters(
                wanted.terminal(),
                version,
                at,
                wanted.machineNo(),
                wanted.merchantName(),
                wanted.zone(),
                wanted.values());
    }

    private void put(Map<TerminalId, WantedParameters> before, List<WantedParameters> unversioned) {
        if (unversioned.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        long newest = before.values().stream().mapToLong(WantedParameters::version).max().orElse(0);
        long version = Math.max(newest + 1, now.toEpochMilli());
        table.put(unversioned.stream().map(each -> at(each, version, now)).toList());
    }
}
