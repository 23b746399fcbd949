package onecard.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Remembers in the database which set of migrations it has had, so that an ordinary start need not
/// ask the history of every room: that took a second of processor time, the mark takes
/// milliseconds. The mark is the digest of all files, kept as the comment on schema `reporting`.
final class MigrationMark {

    private static final String QUESTION =
            """
            select obj_description(oid, 'pg_namespace')
              from pg_namespace where nspname = 'reporting'
            """;

    private final String text;

    private MigrationMark(String text) {
        this.text = text;
    }

    static MigrationMark of(DatabaseRoles roles) {
        MessageDigest digest = sha256();
        digest.update(roles.toString().getBytes(StandardCharsets.UTF_8));
        files().forEach((name, file) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(content(file));
        });
        return new MigrationMark("Migrations " + HexFormat.of().formatHex(digest.digest()));
    }

    boolean isOn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            return row.next() && text.equals(row.getString(1));
        }
    }

    void put(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("comment on schema reporting is " + Names.text(text));
        }
    }

    /// The files by room and name, wherever on the class path they lie.
    private static Map<String, Resource> files() {
        Map<String, Resource> files = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/*/*.*")) {
                String url = file.getURL().toString();
                files.put(url.substring(url.lastIndexOf("/db/")), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the migrations", e);
        }
        return files;
    }

    private static byte[] content(Resource file) {
        try (InputStream bytes = file.getInputStream()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
