package onecard.platform.terminals;

import java.util.Optional;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.OutletId;
import onecard.vocabulary.MachineNo;

/// What is done with terminals at the desk. Each method opens its own transaction or joins the
/// caller's; what cannot be ends as a problem that names the field.
public interface TerminalDesk {
    /// Registers a terminal and makes its key.
    Registered register(NewTerminal terminal);

    /// Changes what is known of a terminal; its place keeps a history.
    Terminal change(TerminalId id, Change change);

    /// Makes a new key. The old one stays good until the new one was used, or for [#OVERLAP_DAYS].
    String rotateKey(TerminalId id);

    /// Takes all keys away at once: a session that stands is closed. A new key brings the terminal
    /// back.
    Terminal revoke(TerminalId id);

    /// How long two keys are good after a rotation.
    int OVERLAP_DAYS = 7;

    /// A registered terminal and its key, which nobody can read again.
    ///
    /// @param key printable characters, to be typed into or scanned by the terminal
    record Registered(Terminal terminal, String key) {
        /// Says which terminal, never the key.
        @Override
        public String toString() {
            return "Registered[terminal=" + terminal + "]";
        }
    }

    /// What shall be known of a terminal from now on.
    ///
    /// @param version the version that was changed by hand; empty if it does not matter
    record Change(
            Optional<MachineNo> machineNo,
            String name,
            MerchantId merchant,
            Optional<OutletId> outlet,
            boolean served,
            Optional<Integer> version) {}
}
