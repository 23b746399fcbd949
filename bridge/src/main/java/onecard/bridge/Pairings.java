package onecard.bridge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Which consoles may use this desk. A console is an origin (scheme, host, port) that once named
/// the code this program shows; from then on it carries a token of its own. The file keeps hashes
/// of tokens, so that reading it gives nobody a token.
final class Pairings {
    /// So many wrong codes, and another one is shown.
    static final int WRONG_MAX = 5;

    /// More consoles than that never share a desk; the oldest is forgotten.
    private static final int KEPT_MAX = 20;

    private static final int CODES = 100_000_000;
    private static final int TOKEN_BYTES = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Consumer<String> shown;
    private final SecureRandom random = new SecureRandom();
    private List<Pairing> known;
    private String code = "";
    private int wrong;

    /// @param origin scheme, host and port of the console
    /// @param tokenHash SHA-256 of its token, hex digits
    record Pairing(String origin, String tokenHash) {}

    /// @param shown gets every new code, for the person at this PC
    Pairings(Path file, Consumer<String> shown) throws IOException {
        this.file = file;
        this.shown = shown;
        this.known =
                Files.exists(file)
                        ? List.of(JSON.readValue(file.toFile(), Pairing[].class))
                        : List.of();
        newCode();
    }

    private void newCode() {
        code = "%08d".formatted(random.nextInt(CODES));
        wrong = 0;
        shown.accept(code);
    }

    /// Gives a token to an origin that names the code; the code holds once.
    synchronized Optional<String> pair(String origin, String named) throws IOException {
        if (!isSame(named, code)) {
            wrong++;
            if (wrong >= WRONG_MAX) {
                newCode();
            }
            return Optional.empty();
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var next = new ArrayList<>(known);
        next.add(new Pairing(origin, hash(token)));
        known = List.copyOf(next.subList(Math.max(0, next.size() - KEPT_MAX), next.size()));
        keep();
        newCode();
        return Optional.of(token);
    }

    /// Tells whether that token was given to that origin.
    synchronized boolean knows(String origin, String token) {
        String hash = hash(token);
        return known.stream()
                .anyMatch(each -> each.origin().equals(origin) && isSame(each.tokenHash(), hash));
    }

    private void keep() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "pairings", ".new");
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        JSON.writeValue(fresh.toFile(), known);
        Files.move(
                fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
