package onecard.platform.reports.catalogue;

import java.util.Locale;

/// By which day rows are told apart (`D-14`).
enum View {
    /// The business day on which it happened.
    TRANSACTION,
    /// The day on which it was booked.
    BOOKING;

    /// Returns the name by which it is asked for.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
