package onecard.platform.people;

import java.time.Instant;

/// Somebody in the archive.
///
/// @param person who
/// @param department where the person belonged, as it is called today
/// @param reason why
/// @param remark as typed
/// @param leftAt when
public record Leaver(
        Person person, String department, ChoiceId reason, String remark, Instant leftAt) {
    /// Where a leaver stands in the list.
    ///
    /// @param leftAt when the person left
    /// @param person who
    public record Place(Instant leftAt, int person) {}
}
