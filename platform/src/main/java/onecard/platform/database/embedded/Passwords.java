package onecard.platform.database.embedded;

import java.security.SecureRandom;
import java.util.Base64;

/// Passwords that nobody has to remember: 192 random bits, in letters that need no quoting.
public final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private Passwords() {}

    /// A new one.
    public static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
