package onecard.platform.system.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import onecard.platform.system.DataFolder;
import onecard.platform.system.PrivateFiles;
import onecard.platform.system.StartFailure;
import onecard.platform.system.ThisNode;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Claims this node's number at the start and holds it by an advisory lock on a connection of its
/// own, so that a copied data folder cannot make two processes one node.
@Component
class NodeClaim implements ThisNode, DisposableBean {
    private static final int LOCK_CLASS = 0x4e4f4445; // NODE
    private static final String LOCK = "select pg_try_advisory_lock(?, ?)";
    private static final int TRIES = NODES_MAX;

    private final int number;
    private final Connection held;

    NodeClaim(NodeTable nodes, DataSource dataSource, DataFolder data, Clock clock) {
        UUID key = key(data.path().resolve("node.json"));
        this.number = claim(nodes, key, clock);
        this.held = hold(dataSource, number);
    }

    @Override
    public int number() {
        return number;
    }

    /// The database's connections end after this one: the pool is the last thing to go.
    @Override
    public void destroy() throws SQLException {
        held.close();
    }

    private static int claim(NodeTable nodes, UUID key, Clock clock) {
        String host = host();
        Optional<Integer> number = nodes.claimKnown(key, host, clock.instant());
        for (int i = 0; number.isEmpty() && i < TRIES; i++) {
            number = nodes.claimNew(key, host, clock.instant());
        }
        return number.filter(each -> each < NODES_MAX)
                .orElseThrow(() ->
                        new StartFailure(
                                "This database has had " + NODES_MAX + " nodes; it takes no more"));
    }

    private static Connection hold(DataSource dataSource, int number) {
        try {
            Connection connection = dataSource.getConnection();
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                lock.setInt(1, LOCK_CLASS);
                lock.setInt(2, number);
                try (ResultSet taken = lock.executeQuery()) {
                    if (taken.next() && taken.getBoolean(1)) {
                        return connection;
                    }
                }
            }
            connection.close();
        } catch (SQLException e) {
            throw new StartFailure("The node's lock cannot be taken: " + e.getMessage(), e);
        }
        throw new StartFailure(
                "Another process with a copy of this data folder works on the database as node "
                        + number
                        + "; stop it, or give this one a data folder of its own (--data)");
    }

    private static UUID key(Path file) {
        try {
            if (Files.exists(file)) {
                String text = Files.readString(file);
                return UUID.fromString(
                        text.replaceAll("(?s).*\"key\"\\s*:\\s*\"([^\"]*)\".*", "$1"));
            }
            UUID key = UUID.randomUUID();
            PrivateFiles.write(
                    file, "{\"key\": \"%s\"}\n".formatted(key).getBytes(StandardCharsets.UTF_8));
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new StartFailure(
                    "The file " + file + " does not say which node this is; restore it", e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown";
        }
    }
}
