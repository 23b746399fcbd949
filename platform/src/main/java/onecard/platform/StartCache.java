package onecard.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What lets the next start of the same build be quick: classes that are loaded and linked already,
/// and what was learnt of their methods. The first start has it made, once it is ready, by a second
/// process that rehearses a short lunch with the least priority; when this one ends, so does that.
final class StartCache implements AutoCloseable {
    /// The file to make; the launcher names it while there is none.
    private static final String FILE = "onecard.start-cache";

    private static final Logger LOG = LoggerFactory.getLogger(StartCache.class);

    /// The one who just started this wants the machine first.
    private static final Duration BEFORE = Duration.ofSeconds(15);

    private static final Duration MAX = Duration.ofMinutes(5);
    private static final int REHEARSAL_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final @Nullable Path file;
    private volatile @Nullable Process rehearsal;

    private StartCache(@Nullable Path file) {
        this.file = file;
    }

    /// Has the cache made in the background, if the launcher asks for it.
    static StartCache begin() {
        String file = System.getProperty(FILE);
        StartCache cache = new StartCache(file == null ? null : Path.of(file));
        if (file != null) {
            Thread.ofPlatform().daemon().name("start-cache").start(cache::make);
        }
        return cache;
    }

    private void make() {
        Path wanted = file;
        if (wanted == null) {
            return;
        }
        Path half =
                wanted.resolveSibling(wanted.getFileName() + "." + ProcessHandle.current().pid());
        try {
            if (ended.await(BEFORE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            Process process =
                    new ProcessBuilder(command(half, wanted.resolveSibling("rehearsal")))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            rehearsal = process;
            process.getOutputStream().close();
            if (ended.getCount() == 0 || !process.waitFor(MAX.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            } else if (process.exitValue() == 0 && Files.exists(half)) {
                Files.move(half, wanted, StandardCopyOption.ATOMIC_MOVE);
                LOG.info("start-cache-made");
            }
        } catch (IOException e) {
            LOG.info("start-cache-not-made {}", e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            forget(half);
        }
    }

    /// This very command line, but for the cache, with a short demonstration.
    private static List<String> command(Path output, Path data) {
        List<String> words = new ArrayList<>();
        nice().ifPresent(program -> words.addAll(List.of(program, "-n", "19")));
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-XX:AOT") && !flag.startsWith("-D" + FILE))
                .forEach(words::add);
        words.add("-XX:AOTCacheOutput=" + output);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(List.of("demo", "--json", "--port", "0"));
        words.addAll(List.of("--port-8001", "0", "--port-8002", "0", "--data", data.toString()));
        words.addAll(List.of("--end-after", Integer.toString(REHEARSAL_SECONDS)));
        return words;
    }

    private static Optional<String> nice() {
        return Optional.of("/usr/bin/nice").filter(program -> Files.isExecutable(Path.of(program)));
    }

    private static void forget(Path half) {
        try {
            Files.deleteIfExists(half);
            Files.deleteIfExists(half.resolveSibling(half.getFileName() + ".config"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        ended.countDown();
        Process process = rehearsal;
        if (process != null) {
            // Its assembly of the cache is a child of its own.
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
