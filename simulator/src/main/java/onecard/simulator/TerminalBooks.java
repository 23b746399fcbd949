package onecard.simulator;

import java.time.Instant;
import java.util.Optional;
import onecard.vocabulary.PurchaseMode;

/// What a terminal keeps when it is switched off.
///
/// @param slips its numbers and sales
/// @param lists the lists of cards
/// @param parameters how the platform wants it to work
/// @param settings what was keyed into it
public record TerminalBooks(
        SlipBook slips, ListBook lists, ParameterBook parameters, SettingsBook settings)
        implements AutoCloseable {
    /// Returns books of a terminal into which nothing is keyed for longer than it runs.
    public TerminalBooks(SlipBook slips, ListBook lists, ParameterBook parameters) {
        this(slips, lists, parameters, SettingsBook.open(new MemoryJournal()));
    }

    /// Returns books of a terminal whose parameters are forgotten when it ends.
    public static TerminalBooks with(SlipBook slips, ListBook lists) {
        return new TerminalBooks(slips, lists, ParameterBook.open(new MemoryJournal()));
    }

    /// Returns what was keyed and still holds.
    Optional<String> keyed(Setting setting) {
        return settings.keyed(setting, parameters.version());
    }

    /// Returns since when it sells without asking because somebody at the terminal wanted it so.
    Optional<Instant> aloneByHand() {
        return keyed(Setting.WORKING_STATUS)
                .filter(PurchaseMode.STORE_AND_FORWARD.name()::equals)
                .flatMap(_ -> settings.since(Setting.WORKING_STATUS, parameters.version()));
    }

    @Override
    public void close() {
        slips.close();
        lists.close();
        parameters.close();
        settings.close();
    }
}
