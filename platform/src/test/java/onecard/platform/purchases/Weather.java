package onecard.platform.purchases;

import java.time.Duration;
import java.util.SplittableRandom;

/// What a world is like. Chances are per mille.
///
/// @param nodes platforms on one database
/// @param writers purchase writers of each
/// @param trayMax orders that one transaction decides at the most
/// @param tills terminals
/// @param people few people meet each other's locks, many do not
/// @param lost messages that never arrive
/// @param doubled messages that arrive twice
/// @param delayMax how long a message may take
/// @param lateMax how much later its copy may come
/// @param cookMax how long a tray may take
/// @param interference other transactions that get in between two steps of one
/// @param unknown commits of which nobody knows what became of them
/// @param deadlocks transactions that the database picks as a victim
/// @param nodeCrashEvery mean time between two crashes of a node
/// @param powerCutEvery mean time between two power cuts at a terminal
/// @param giveUp cashiers who do not wait any longer
/// @param cashierVoids accepted purchases that are taken back
/// @param poison amounts that cannot be stored
record Weather(
        int nodes,
        int writers,
        int trayMax,
        int tills,
        int people,
        int lost,
        int doubled,
        Duration delayMax,
        Duration lateMax,
        Duration cookMax,
        int interference,
        int unknown,
        int deadlocks,
        Duration nodeCrashEvery,
        Duration powerCutEvery,
        int giveUp,
        int cashierVoids,
        int poison) {
    /// Draws a kind of weather; some worlds are calm in one respect and wild in another.
    static Weather drawn(SplittableRandom random) {
        return new Weather(
                random.nextInt(1, 3),
                random.nextInt(1, 4),
                one(random, 1, 4, 64),
                random.nextInt(2, 25),
                one(random, 4, 40, 400),
                one(random, 0, 50, 200, 400),
                one(random, 0, 100, 200),
                millis(random, 5, 200, 1_500),
                millis(random, 100, 5_000, 20_000),
                millis(random, 1, 20, 900),
                one(random, 0, 100, 400),
                one(random, 0, 10, 50),
                one(random, 0, 20),
                Duration.ofSeconds(one(random, 60, 600, 100_000)),
                Duration.ofSeconds(one(random, 200, 900, 100_000)),
                one(random, 100, 500),
                one(random, 20, 150),
                one(random, 0, 5));
    }

    /// Returns the weather in which trays are full and everything happens, but nothing that cannot
    /// be stored.
    static Weather rushHour() {
        return new Weather(
                2,
                2,
                64,
                24,
                150,
                200,
                100,
                Duration.ofMillis(900),
                Duration.ofSeconds(10),
                Duration.ofMillis(900),
                300,
                10,
                10,
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                300,
                80,
                0);
    }

    private static int one(SplittableRandom random, int... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static Duration millis(SplittableRandom random, int... choices) {
        return Duration.ofMillis(one(random, choices));
    }
}
