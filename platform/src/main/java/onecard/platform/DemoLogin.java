package onecard.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import onecard.platform.system.PrivateFiles;

/// The demo operator's name and password, made once per data folder.
record DemoLogin(String name, String password) {
    private static final String NAME = "demo";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 14;

    /// Returns the password of that data folder.
    static DemoLogin in(Path data) {
        Path folder = data.resolve("secrets");
        Path file = folder.resolve("demo.password");
        try {
            if (!Files.exists(file)) {
                PrivateFiles.folder(folder);
                PrivateFiles.write(file, fresh().getBytes(StandardCharsets.US_ASCII));
            }
            return new DemoLogin(NAME, Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
    }

    private static String fresh() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
