package onecard.platform.terminals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /// Returns everywhere a terminal stood, oldest first.
    List<PastPlace> placesOf(TerminalId terminal);

    /// Tells how far a terminal's clock was ahead of ours when it last said so.
    Optional<Duration> clockAhead(SerialNo serial);

    /// Notes that a terminal was heard. Costs nothing but memory; the register is written now and
    /// then, for all at once.
    void heard(SerialNo serial, Heard heard);

    /// Notes that a terminal took a purchase.
    void bought(SerialNo serial, Instant at);

    /// Returns how a terminal is to work; empty if nobody has said so. As new as this node's own
    /// changes, and about a second behind those of others. Costs no query.
    Optional<WantedParameters> wanted(SerialNo serial);

    /// Notes what a terminal says of its parameters. Costs nothing but memory.
    void worksBy(SerialNo serial, WorksBy said);

    /// Notes what a terminal says of what it sells without asking. Costs nothing but memory.
    void sellsAlone(SerialNo serial, SellsAlone said);

    /// Notes what a terminal says of its day. Costs nothing but memory; it is written now and then.
    void told(SerialNo serial, DayTold told);

    /// Where a terminal stands.
    record Place(MerchantId merchant, Optional<OutletId> outlet) {}

    /// Where a terminal stood from a moment until the next.
    record PastPlace(Instant since, Place place) {}
}
