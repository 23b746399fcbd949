package onecard.platform.purchases;

import java.time.LocalDate;
import java.time.YearMonth;

/// Sees to it that the journal has its partitions: of the running month and the next, once per
/// month and node.
final class PreparedMonths {
    private final PurchaseTable purchases;
    private volatile YearMonth until = YearMonth.of(1970, 1);

    PreparedMonths(PurchaseTable purchases) {
        this.purchases = purchases;
    }

    /// Returns the part of one transaction, which counts only if it commits.
    Step opened() {
        return new Step(until);
    }

    void done(Step step) {
        until = step.until;
    }

    /// What one transaction prepared.
    final class Step {
        private YearMonth until;

        private Step(YearMonth until) {
            this.until = until;
        }

        void prepare(LocalDate bookedOn) {
            YearMonth next = YearMonth.from(bookedOn).plusMonths(1);
            if (!until.equals(next)) {
                purchases.prepareMonth(bookedOn);
                purchases.prepareMonth(next.atDay(1));
                until = next;
            }
        }
    }
}
