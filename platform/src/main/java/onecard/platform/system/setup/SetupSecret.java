package onecard.platform.system.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import onecard.platform.system.DataFolder;
import onecard.platform.system.FirstRun;
import onecard.platform.system.Operators;
import onecard.platform.system.PrivateFiles;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The secret of the first run: 20 letters, printed once, half an hour good, and gone when used.
@Component
class SetupSecret implements FirstRun {
    static final Duration VALID = Duration.ofMinutes(30);
    static final int TRIES_MAX = 10;

    private static final ProblemKind WRONG = new ProblemKind("setup-secret-wrong", 403);
    private static final ProblemKind OVER = new ProblemKind("setup-secret-over", 403);

    /// Without what is mistaken for something else when copied by hand.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 20;

    private final Operators operators;
    private final DataFolder data;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private @Nullable Invitation open;
    private int tries;

    SetupSecret(Operators operators, DataFolder data, Clock clock) {
        this.operators = operators;
        this.data = data;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Invitation> invite() {
        if (operators.any()) {
            close();
            return Optional.empty();
        }
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        PrivateFiles.folder(data.secrets());
        PrivateFiles.write(file(), (secret + "\n").getBytes(StandardCharsets.UTF_8));
        Invitation invitation =
                new Invitation(secret.toString(), file(), clock.instant().plus(VALID));
        open = invitation;
        tries = 0;
        return Optional.of(invitation);
    }

    /// Refuses everything but the secret, in time, within the tries.
    synchronized void check(String secret) {
        Invitation invitation = open;
        Instant now = clock.instant();
        if (invitation == null || !now.isBefore(invitation.until()) || tries >= TRIES_MAX) {
            close();
            throw Problem.of(OVER);
        }
        tries++;
        if (!MessageDigest.isEqual(
                invitation.secret().getBytes(StandardCharsets.UTF_8),
                secret.strip().getBytes(StandardCharsets.UTF_8))) {
            throw Problem.of(WRONG);
        }
    }

    /// Ends the secret, wherever it stands.
    synchronized void close() {
        open = null;
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException("The used secret cannot be deleted: " + file(), e);
        }
    }

    private Path file() {
        return data.secrets().resolve("setup.secret");
    }
}
