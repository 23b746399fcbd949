package onecard.platform.database.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The parameters of the embedded server, for a machine that has other things to do as well.
///
/// Limits of sessions (waiting for locks, idle transactions) are not here: they belong to the
/// connections that need them, since a migration and a report need others than a purchase.
final class ServerTuning {

    private static final long MIB = 1024L * 1024;
    private static final long GIB = 1024 * MIB;

    private ServerTuning() {}

    static Map<String, String> parameters(Path cluster, int port, Map<String, String> chosen) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.putAll(forMemory(system.getTotalMemorySize()));
        parameters.put("max_wal_size", mib(writeAheadLog(freeSpace(cluster))));
        parameters.put("checkpoint_timeout", "15min");
        // The bundled programs know only pglz, and that took a third of the server's time at the
        // tills
        // after each checkpoint.
        parameters.put("wal_compression", "off");
        parameters.put("jit", "off");
        parameters.put("max_connections", "100");
        parameters.put("cluster_name", "onecard");
        parameters.putAll(log());
        parameters.putAll(chosen);
        parameters.putAll(fixed(port));
        return parameters;
    }

    /// A quarter of the memory for the server's own buffers, within 128 MiB and 8 GiB, as
    /// PostgreSQL's documentation advises: they are taken as they are needed.
    static Map<String, String> forMemory(long total) {
        return Map.of(
                "shared_buffers", mib(Math.clamp(total / 4, 128 * MIB, 8 * GIB)),
                "effective_cache_size", mib(Math.max(total / 2, 256 * MIB)),
                "maintenance_work_mem", mib(Math.clamp(total / 32, 64 * MIB, 512 * MIB)));
    }

    /// The more log there may be, the rarer the checkpoints; but it must not fill a small disk.
    static long writeAheadLog(long freeBytes) {
        return Math.clamp(freeBytes / 8, GIB, 8 * GIB);
    }

    private static Map<String, String> log() {
        return Map.of(
                "logging_collector", "on",
                "log_directory", ServerLog.FOLDER,
                "log_filename", "postgresql-%a.log",
                "log_rotation_age", "1d",
                "log_rotation_size", "0",
                "log_truncate_on_rotation", "on",
                "lc_messages", "C");
    }

    /// Not for choosing: what keeps the books safe and the server out of the network.
    private static Map<String, String> fixed(int port) {
        return Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "ssl", "off",
                "password_encryption", "scram-sha-256",
                "fsync", "on",
                "full_page_writes", "on",
                "synchronous_commit", "on");
    }

    private static long freeSpace(Path cluster) {
        try {
            return Files.getFileStore(cluster).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String mib(long bytes) {
        return bytes / MIB + "MB";
    }
}
