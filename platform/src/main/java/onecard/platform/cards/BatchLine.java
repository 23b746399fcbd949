package onecard.platform.cards;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.vocabulary.Money;

/// What one person gets or gives in a batch.
///
/// @param row of the table; 0 where there is none
/// @param until the last day of a granted subsidy; empty for never
/// @param remark a reason of its own; blank for that of the batch
/// @param version the import version of a table's row (`D-09`)
record BatchLine(
        PersonId person,
        int row,
        Money cash,
        Money subsidy,
        SubsidyMode mode,
        Optional<LocalDate> until,
        String remark,
        Optional<Long> version) {
    /// The order of the locks, then that of the table.
    static final Comparator<BatchLine> ORDER =
            Comparator.comparing(BatchLine::person).thenComparingInt(BatchLine::row);

    /// The order of the locks, then that of the table from its end.
    static final Comparator<BatchLine> ORDER_BACK =
            Comparator.comparing(BatchLine::person)
                    .thenComparing(Comparator.comparingInt(BatchLine::row).reversed());

    /// What a batch brings to one of those who all get the same.
    static BatchLine of(MoneyBatch batch, PersonId person) {
        boolean cash = batch.kind().isCash();
        return new BatchLine(
                person,
                0,
                cash ? batch.amount() : Money.ZERO,
                cash ? Money.ZERO : batch.amount(),
                batch.mode(),
                batch.subsidyUntil(),
                "",
                Optional.empty());
    }

    /// Where a line stands in its batch.
    record Place(PersonId person, int row) {}

    Place place() {
        return new Place(person, row);
    }

    boolean movesNothing() {
        return cash.isZero() && subsidy.isZero();
    }

    TopUp topUp(Channel channel) {
        return new TopUp(person, cash, subsidy, mode, until, channel, "");
    }
}
