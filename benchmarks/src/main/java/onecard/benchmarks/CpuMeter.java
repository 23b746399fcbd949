package onecard.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Reads how much processor time this process and a PostgreSQL server have used, from the operating
/// system's own accounting.
final class CpuMeter {
    private static final double TICKS_PER_SECOND = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    private final long postmaster;

    CpuMeter(long postmaster) {
        this.postmaster = postmaster;
    }

    /// Returns a meter of this process and of the server that the platform in it started.
    static CpuMeter ofOurs() {
        var postgres =
                ProcessHandle.current()
                        .descendants()
                        .filter(p -> p.info().command().orElse("").endsWith("postgres"))
                        .findFirst();
        return new CpuMeter(postgres.map(ProcessHandle::pid).orElse(0L));
    }

    /// Processor seconds used so far.
    record Used(double java, double postgres) {
        Used since(Used before) {
            return new Used(java - before.java, postgres - before.postgres);
        }
    }

    Used now() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Used(system.getProcessCpuTime() / NANOS_PER_SECOND, postgresSeconds());
    }

    /// The postmaster with its ended children, and its living children.
    private double postgresSeconds() {
        long ticks = 0;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.toList()) {
                if (process.getFileName().toString().chars().allMatch(Character::isDigit)) {
                    ticks += ticksOf(process);
                }
            }
        } catch (IOException _) {
            return Double.NaN;
        }
        return ticks / TICKS_PER_SECOND;
    }

    private long ticksOf(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            long own = Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
            long ended = Long.parseLong(fields.get(13)) + Long.parseLong(fields.get(14));
            if (process.getFileName().toString().equals(Long.toString(postmaster))) {
                return own + ended;
            }
            return fields.get(1).equals(Long.toString(postmaster)) ? own : 0;
        } catch (IOException _) {
            // The process ended between the list and the look.
            return 0;
        }
    }
}
