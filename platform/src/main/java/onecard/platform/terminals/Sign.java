package onecard.platform.terminals;

import java.time.Instant;
import java.util.Optional;

/// The last signs of life of a terminal, as far as somebody noted them.
///
/// @param heardAt when it was last heard
/// @param address from where
/// @param boughtAt when it last took a purchase
/// @param reportedAt when it last sent a heartbeat
/// @param report what that said
record Sign(
        Instant heardAt,
        String address,
        Optional<Instant> boughtAt,
        Optional<Instant> reportedAt,
        Optional<Heard.Report> report) {
    static Sign of(Heard heard) {
        return new Sign(
                heard.at(),
                heard.address(),
                Optional.empty(),
                heard.report().map(_ -> heard.at()),
                heard.report());
    }

    /// Returns the newest of what two have noted.
    Sign with(Sign other) {
        boolean newer = heardAt.isAfter(other.heardAt);
        boolean newerReport =
                other.reportedAt.isEmpty()
                        || (reportedAt.isPresent()
                                && reportedAt.get().isAfter(other.reportedAt.get()));
        return new Sign(
                newer ? heardAt : other.heardAt,
                newer ? address : other.address,
                later(boughtAt, other.boughtAt),
                newerReport ? reportedAt : other.reportedAt,
                newerReport ? report : other.report);
    }

    Sign bought(Instant at) {
        return new Sign(heardAt, address, later(boughtAt, Optional.of(at)), reportedAt, report);
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isAfter(other.get()) ? one : other;
    }
}
