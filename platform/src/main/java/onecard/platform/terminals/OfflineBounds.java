package onecard.platform.terminals;

import java.time.Duration;
import java.util.Optional;
import onecard.vocabulary.Money;

/// What a terminal may sell by itself while the platform is away (`D-34`). What is absent does not
/// bind. All sums are over records that the platform does not have yet.
///
/// @param perPurchase highest price of one purchase
/// @param perCard what one card may spend at one terminal
/// @param perTerminal what may be sold at one terminal
/// @param listAge how long its lists of cards are good after it last heard of the platform
public record OfflineBounds(
        Optional<Money> perPurchase,
        Optional<Money> perCard,
        Optional<Money> perTerminal,
        Optional<Duration> listAge) {
    static final OfflineBounds USUAL =
            new OfflineBounds(
                    Optional.of(Money.ofCents(50_00)),
                    Optional.of(Money.ofCents(100_00)),
                    Optional.of(Money.ofCents(5_000_00)),
                    Optional.of(Duration.ofDays(1)));
}
