package onecard.platform.system.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import onecard.platform.system.DailyJob;
import org.springframework.stereotype.Component;

/// Throws away sessions that are over and failures that are forgotten.
@Component
class SignInSweep implements DailyJob {
    private final Sessions sessions;
    private final SignInAttemptTable attempts;
    private final Clock clock;

    SignInSweep(Sessions sessions, SignInAttemptTable attempts, Clock clock) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-sessions";
    }

    @Override
    public LocalTime from() {
        return LocalTime.of(3, 30);
    }

    @Override
    public void run(LocalDate day) {
        sessions.sweep();
        attempts.clearOlderThan(clock.instant().minus(SignInAttemptTable.FORGET));
    }
}
