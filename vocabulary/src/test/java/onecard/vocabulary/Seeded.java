package onecard.vocabulary;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Tries a property with many random values. What fails names its seed; `-Dseed=` tries that one
/// again.
final class Seeded {
    private static final int TRIES = 20_000;

    private Seeded() {}

    static void always(Consumer<RandomGenerator> property) {
        Long only = Long.getLong("seed");
        if (only != null) {
            property.accept(generator(only));
            return;
        }
        for (long seed = 1; seed <= TRIES; seed++) {
            try {
                property.accept(generator(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// Returns a number that is as often small as large, and sometimes at the very edge.
    static long anyLong(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextLong();
            case 1 -> Long.MAX_VALUE - random.nextInt(3);
            case 2 -> Long.MIN_VALUE + random.nextInt(3);
            default -> random.nextLong() >> random.nextInt(64);
        };
    }
}
