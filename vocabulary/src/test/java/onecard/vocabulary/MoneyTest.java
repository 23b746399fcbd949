package onecard.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @Test
    void sums_are_exact_or_loud() {
        Seeded.always(random -> {
            Money a = anyMoney(random);
            Money b = anyMoney(random);
            assertThat(exact(() -> a.plus(b))).isEqualTo(fitting(big(a).add(big(b))));
            assertThat(exact(() -> a.minus(b))).isEqualTo(fitting(big(a).subtract(big(b))));
            assertThat(exact(a::negated)).isEqualTo(fitting(big(a).negate()));
        });
    }

    @Test
    @DisplayName("D-19 a share is rounded half up to the cent, as decimal arithmetic does it")
    void a_share_is_rounded_half_up() {
        Seeded.always(random -> {
            Money whole = anyMoney(random);
            int basisPoints = random.nextInt(30_001);
            BigInteger share =
                    new BigDecimal(big(whole))
                            .multiply(new BigDecimal(basisPoints))
                            .divide(new BigDecimal(10_000))
                            .setScale(0, RoundingMode.HALF_UP)
                            .toBigIntegerExact();
            assertThat(exact(() -> whole.share(basisPoints))).isEqualTo(fitting(share));
        });
    }

    @ParameterizedTest(name = "D-19 {1} basis points of {0} cents are {2} cents")
    @CsvSource({
        "1000, 9000,  900",
        "   1, 5000,    1",
        "  -1, 5000,   -1",
        "   1, 4999,    0",
        " 333, 8500,  283",
        " 335, 9000,  302",
        "   0, 9000,    0",
        " 999,    0,    0",
        " 999, 10000, 999",
    })
    void shares(long cents, int basisPoints, long share) {
        assertThat(Money.ofCents(cents).share(basisPoints)).isEqualTo(Money.ofCents(share));
    }

    @Test
    void comparing_is_comparing_cents() {
        Seeded.always(random -> {
            Money a = anyMoney(random);
            Money b = anyMoney(random);
            assertThat(a.compareTo(b)).isEqualTo(Long.compare(a.cents(), b.cents()));
            assertThat(a.covers(b)).isEqualTo(a.cents() >= b.cents());
            assertThat(a.min(b).cents()).isEqualTo(Math.min(a.cents(), b.cents()));
            assertThat(a.max(b).cents()).isEqualTo(Math.max(a.cents(), b.cents()));
            assertThat(a.isNegative()).isEqualTo(a.cents() < 0);
            assertThat(a.isPositive()).isEqualTo(a.cents() > 0);
            assertThat(a.isZero()).isEqualTo(a.cents() == 0);
        });
    }

    @Test
    void text_is_yuan_with_two_decimals() {
        Seeded.always(random -> {
            Money money = anyMoney(random);
            assertThat(new BigDecimal(money.toString()))
                    .isEqualTo(BigDecimal.valueOf(money.cents(), 2));
        });
        assertThat(Money.ofCents(-5)).hasToString("-0.05");
    }

    private static Money anyMoney(RandomGenerator random) {
        return Money.ofCents(Seeded.anyLong(random));
    }

    private static BigInteger big(Money money) {
        return BigInteger.valueOf(money.cents());
    }

    private static Optional<BigInteger> fitting(BigInteger value) {
        return value.bitLength() < Long.SIZE ? Optional.of(value) : Optional.empty();
    }

    private static Optional<BigInteger> exact(Supplier<Money> operation) {
        try {
            return Optional.of(big(operation.get()));
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }
}
