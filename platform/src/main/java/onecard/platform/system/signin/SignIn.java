package onecard.platform.system.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Signs operators in: the right answer for the right password, the same answer in the same time
/// for everything else, and fewer and fewer tries.
@Component
class SignIn {
    static final ProblemKind WRONG = new ProblemKind("wrong-name-or-password", 401);
    static final ProblemKind TOO_MANY = new ProblemKind("too-many-attempts", 429);

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final OperatorTable operators;
    private final SignInAttemptTable attempts;
    private final Passwords passwords;
    private final Clock clock;

    SignIn(OperatorTable operators, SignInAttemptTable attempts, Passwords passwords, Clock clock) {
        this.operators = operators;
        this.attempts = attempts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// Returns whose name and password these are.
    ///
    /// @throws Problem if they are nobody's, or if it is too early to try again
    OperatorRow check(String name, String password, String address) {
        byte[] key = Digest.of(name.strip().toLowerCase(Locale.ROOT));
        Instant now = clock.instant();
        int failures = attempts.count(key, now).orElseThrow(() -> tooEarly(key, now));
        Optional<OperatorRow> who = operators.find(name.strip()).filter(OperatorRow::active);
        boolean right =
                passwords.matches(password, who.map(OperatorRow::passwordHash).orElse(null));
        if (!right || who.isEmpty()) {
            if (failures >= SignInAttemptTable.FAILURES_BEFORE_LOCK) {
                LOG.warn("sign-in-locked failures={} address={}", failures, address);
            }
            throw Problem.of(WRONG);
        }
        attempts.clear(key);
        return who.get();
    }

    private Problem tooEarly(byte[] key, Instant now) {
        long seconds =
                attempts.notBefore(key)
                        .map(until -> Duration.between(now, until).plusMillis(999).toSeconds())
                        .orElse(1L);
        return Problem.of(TOO_MANY).with("retryAfterSeconds", Math.max(seconds, 1));
    }
}
