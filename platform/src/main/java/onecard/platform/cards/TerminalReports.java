package onecard.platform.cards;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Knows which terminals may still hold something that happened before a moment. The room of the
/// terminals implements it (`D-24`).
public interface TerminalReports {
    /// Lists the terminals that have not reported, with nothing left to send, since that moment.
    List<Silent> silentSince(Instant moment);

    /// A terminal that may still hold something.
    ///
    /// @param name as the register calls it
    /// @param lastReport when it last reported; empty if it never did
    /// @param unsent how many records it said to hold
    record Silent(String serial, String name, Optional<Instant> lastReport, int unsent) {}
}
