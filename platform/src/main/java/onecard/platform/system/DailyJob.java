package onecard.platform.system;

import java.time.LocalDate;
import java.time.LocalTime;

/// Work that is done once a day by whichever node comes first (a row claims it). A room offers one
/// as a bean; what was missed while the platform was off is done at the next start, once.
public interface DailyJob {
    /// Returns the name of the job, in kebab-case; it is part of the claim.
    String name();

    /// Returns from when on it may run, in the site's zone.
    LocalTime from();

    /// Does the work of that day. It opens its own transactions and can be run again: a job that
    /// throws is tried again later.
    void run(LocalDate day);
}
