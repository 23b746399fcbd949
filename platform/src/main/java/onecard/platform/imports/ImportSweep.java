package onecard.platform.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import onecard.platform.system.DailyJob;
import org.springframework.stereotype.Component;

/// Forgets files and previews after some days: they hold names. What was written stays undoable.
@Component
class ImportSweep implements DailyJob {
    private static final Duration KEPT = Duration.ofDays(14);

    private final ImportTable imports;
    private final ImportRowTable rows;
    private final Clock clock;

    ImportSweep(ImportTable imports, ImportRowTable rows, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-old-imports";
    }

    @Override
    public LocalTime from() {
        return LocalTime.of(3, 40);
    }

    @Override
    public void run(LocalDate day) {
        var before = clock.instant().minus(KEPT);
        imports.forgetFiles(before);
        rows.forget(before);
    }
}
