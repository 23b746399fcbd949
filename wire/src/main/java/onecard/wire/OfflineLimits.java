package onecard.wire;

import java.time.Duration;
import java.util.Optional;
import onecard.vocabulary.Money;

/// What a terminal may sell by itself (`D-34`). A limit that is absent does not bind: all absent is
/// the manual's unlimited mode. All sums are over records that the platform does not have yet.
///
/// @param perPurchase highest price of one purchase
/// @param perCard what one card may spend at this terminal
/// @param perTerminal what may be sold at this terminal
/// @param listAge how long after the last news from the platform its lists of cards are good, whole
///   seconds
public record OfflineLimits(
        Optional<Money> perPurchase,
        Optional<Money> perCard,
        Optional<Money> perTerminal,
        Optional<Duration> listAge) {
    /// What holds where nobody said anything else: 50.00, 100.00, 5,000.00, a day.
    public static final OfflineLimits USUAL =
            new OfflineLimits(
                    Optional.of(Money.ofCents(50_00)),
                    Optional.of(Money.ofCents(100_00)),
                    Optional.of(Money.ofCents(5_000_00)),
                    Optional.of(Duration.ofDays(1)));

    /// Nothing binds.
    public static final OfflineLimits UNLIMITED =
            new OfflineLimits(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public OfflineLimits {
        check(perPurchase);
        check(perCard);
        check(perTerminal);
        listAge = listAge.map(age -> Limits.requireSeconds(age, 0, Limits.MAX_AGE_SECONDS));
    }

    private static void check(Optional<Money> limit) {
        limit.ifPresent(money ->
                Limits.requireBetween(
                        "An offline limit in cents", 0, Limits.MAX_OFFLINE_CENTS, money.cents()));
    }
}
