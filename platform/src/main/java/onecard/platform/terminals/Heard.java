package onecard.platform.terminals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A sign of life.
///
/// @param at when it came
/// @param address from where, `192.168.1.7:49152`
/// @param report what the terminal says of itself, where it does
public record Heard(Instant at, String address, Optional<Report> report) {
    /// What a heartbeat says.
    ///
    /// @param clockOffset how far the terminal's clock is ahead of ours
    /// @param firmware name and version of its program
    /// @param lastSeq the last number it drew
    /// @param unsent records that wait at the terminal
    /// @param allowVersion which version of the allow list it has, 0 for none
    /// @param blockVersion likewise of the block list
    /// @param lastError what last went wrong there, in its own words
    public record Report(
            Duration clockOffset,
            String firmware,
            long lastSeq,
            int unsent,
            long allowVersion,
            long blockVersion,
            Optional<String> lastError) {}
}
