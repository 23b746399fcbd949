package onecard.platform.terminals;

import java.time.Instant;
import java.util.Optional;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.OutletId;
import onecard.vocabulary.SerialNo;

/// The terminals of the site: who they are, where they stand, and that they live.
public interface Terminals {
    /// Returns the register as it is now; reads the versions in one statement and the tables only
    /// if something changed.
    TerminalRegister current();

    /// Returns the register that belongs to this version of the terminals, as just read by the
    /// caller.
    TerminalRegister at(long version);

    /// Returns where a terminal stood at a moment, by the history that is kept of it; empty before
    /// it was registered.
    Optional<Place> placeAt(TerminalId terminal, Instant moment);

    /// Notes that a terminal was heard. Costs nothing but memory; the register is written now and
    /// then, for all at once.
    void heard(SerialNo serial, Heard heard);

    /// Notes that a terminal took a purchase.
    void bought(SerialNo serial, Instant at);

    /// Where a terminal stands.
    record Place(MerchantId merchant, Optional<OutletId> outlet) {}
}
