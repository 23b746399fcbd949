package onecard.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import onecard.platform.system.DailyJob;
import org.springframework.stereotype.Component;

/// Forgets what nobody asks for any more: files hold names.
@Component
class JobSweep implements DailyJob {
    private static final Duration FILES_KEPT = Duration.ofDays(7);
    private static final Duration JOBS_KEPT = Duration.ofDays(90);

    private final JobTable jobs;
    private final JobFileTable files;
    private final Clock clock;

    JobSweep(JobTable jobs, JobFileTable files, Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-old-jobs";
    }

    @Override
    public LocalTime from() {
        return LocalTime.of(3, 30);
    }

    @Override
    public void run(LocalDate day) {
        files.forget(clock.instant().minus(FILES_KEPT));
        jobs.forget(clock.instant().minus(JOBS_KEPT));
    }
}
