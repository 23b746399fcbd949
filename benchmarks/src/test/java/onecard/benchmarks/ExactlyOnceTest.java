package onecard.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/// `./onecard bench exactly-once` in small: real processes, real sockets, real kills.
///
/// `-Dstorm.seed=` chooses another day, `-Dstorm.purchases=` a longer one. What is drawn follows
/// the seed; when a kill falls within a purchase does not, so a day cannot be lived through again
/// exactly, and what it leaves behind is kept when it was not exact.
class ExactlyOnceTest {
    private static final int ROUNDS = 3;
    private static final long PURCHASES = Long.getLong("storm.purchases", 3_000);
    private static final long SEED = Long.getLong("storm.seed", 20_261_122);

    @Test
    @DisplayName(
            "W-01 D-33 terminals and books agree one to one, whatever the network loses and whoever is killed")
    void terminals_and_books_agree() throws IOException, InterruptedException {
        Path data = folder();
        System.out.println("Storm with seed " + SEED + " in " + data);
        var plan =
                new Storm.Plan(
                        data, PURCHASES, 100, 2_000, 1_000, Duration.ofSeconds(2), ROUNDS, SEED);
        Storm.Result result = new Storm(plan, System.out::println).rage();
        System.out.println(result.weather());

        assertThat(result.agreement().differences()).isEmpty();
        assertThat(result.books().checks()).allMatch(check -> check.found().isEmpty());
        assertThat(result.complaints()).isEmpty();
        assertThat(result.isExact()).as("%s", result).isTrue();
        assertThat(result.agreement().slips()).isGreaterThanOrEqualTo(PURCHASES);
        assertThat(result.agreement().standing()).isGreaterThan(PURCHASES / 4);
        assertThat(result.killed().keySet()).containsExactlyInAnyOrder(Blow.Victims.values());
        assertThat(result.killed().values()).allMatch(times -> times >= ROUNDS);
        assertThat(result.openTrays()).isPositive();
        FileSystemUtils.deleteRecursively(data);
    }

    /// The server's own account must be able to enter it.
    private static Path folder() throws IOException {
        return Files.createTempDirectory(
                "onecard-storm",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
}
