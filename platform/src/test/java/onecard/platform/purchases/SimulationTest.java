package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// The money core lives through thousands of bad days.
///
/// `-Dseed=42` lives through one of them again (with `-Dsimulation.tell=true` it tells what
/// happens), `-Dsimulation.purchases=` asks for more than the check does.
@Tag("computing")
class SimulationTest {
    private static final int PURCHASES_IN_ALL =
            Integer.getInteger("simulation.purchases", 1_000_000);
    private static final int PURCHASES_EACH = 800;
    private static final int DAYS_AT_ONCE = 64;

    /// Commits are lost a hundred thousand times here; each would be a line.
    @BeforeAll
    static void doNotTellOfEachLostCommit() {
        LoggingSystem.get(SimulationTest.class.getClassLoader())
                .setLogLevel(TrayRun.class.getName(), LogLevel.OFF);
    }

    @AfterAll
    static void tellAgain() {
        LoggingSystem.get(SimulationTest.class.getClassLoader())
                .setLogLevel(TrayRun.class.getName(), null);
    }

    @Test
    @DisplayName(
            "W-01 a million simulated purchases over a bad network, with crashes: never double, never lost")
    void never_double_never_lost() {
        Long only = Long.getLong("seed");
        if (only != null) {
            System.out.println(Simulation.of(only, PURCHASES_EACH));
            return;
        }
        long purchases = 0;
        long taken = 0;
        long blurred = 0;
        long first = 20_261_122L;
        long seed = first;
        while (purchases < PURCHASES_IN_ALL) {
            for (Simulation.Result result : days(seed, seed + DAYS_AT_ONCE)) {
                purchases += result.purchases();
                taken += result.taken();
                blurred += result.blurred();
            }
            seed += DAYS_AT_ONCE;
        }
        System.out.printf(
                "Simulated %,d purchases, %,d taken, seeds %d to %d; %,d accounts with clocks at odds%n",
                purchases, taken, first, seed - 1, blurred);
        assertThat(taken).isGreaterThan(purchases / 5);
    }

    /// Each day is a world of its own: on several cores they go by side by side.
    private static List<Simulation.Result> days(long first, long end) {
        return LongStream.range(first, end)
                .parallel()
                .mapToObj(seed -> Simulation.of(seed, PURCHASES_EACH))
                .toList();
    }

    @Test
    void the_same_seed_is_the_same_history() {
        List<Long> once = new ArrayList<>();
        List<Long> again = new ArrayList<>();
        for (long seed = 1; seed <= 20; seed++) {
            once.add(Simulation.of(seed, 300).trace());
        }
        for (long seed = 1; seed <= 20; seed++) {
            again.add(Simulation.of(seed, 300).trace());
        }
        assertThat(again).isEqualTo(once).doesNotHaveDuplicates();
    }
}
