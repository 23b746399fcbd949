package onecard.platform.system.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id, a bound on how much of it happens at once, and what a password must be.
@Component
class Passwords {
    static final int LENGTH_MIN = 10;
    static final int LENGTH_MAX = 200;

    /// A password that this many guesses find is refused: all of the commonest ones and their
    /// variations.
    private static final double GUESSES_MIN = 1e7;

    private static final ProblemKind BUSY = new ProblemKind("sign-in-busy", 503);
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);
    private static final int AT_ONCE = 2;

    /// The hash of nobody's password, so that an unknown name takes as long as a known one.
    private static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$oVMw4Yk1RFJXf0Kf1bQ9iA$"
                    + "Zk2y1k6kGq8n0c7d3pQf0m8s4r2v6x9z1b3d5f7h9j0";

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);
    private final Zxcvbn guesser = new Zxcvbn();

    /// Checks a password someone wants to have and returns its hash.
    ///
    /// @param field which field of the request it came in
    /// @param others words that are too easy for this person: names
    String hash(String field, String password, List<String> others) {
        if (password.length() < LENGTH_MIN || password.length() > LENGTH_MAX) {
            throw Problem.field(
                    field, "error.password-length", Map.of("from", LENGTH_MIN, "to", LENGTH_MAX));
        }
        if (guesser.measure(password, others).getGuesses() < GUESSES_MIN) {
            throw Problem.field(field, "error.password-easy");
        }
        return bounded(() -> {
            String hash = argon2.encode(password);
            if (hash == null) {
                throw new IllegalStateException("Argon2 made no hash");
            }
            return hash;
        });
    }

    /// Tells whether this is the password; without a hash it is not, and takes as long to say so.
    boolean matches(String password, @Nullable String hash) {
        String tried = password.length() > LENGTH_MAX ? "" : password;
        boolean same = bounded(() -> argon2.matches(tried, hash == null ? NOBODY : hash));
        return same && hash != null;
    }

    /// Tells whether the hash was made as we make them now.
    boolean isCurrent(String hash) {
        return !argon2.upgradeEncoding(hash);
    }

    static String nobody() {
        return NOBODY;
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            if (!atOnce.tryAcquire(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.of(BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(BUSY);
        }
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
