package onecard.platform.purchases;

import java.time.LocalDate;
import onecard.vocabulary.Money;

/// What a row of the roll-up grows by.
///
/// @param count purchases less voids
/// @param declined refused requests
record Takings(
        long count,
        Money gross,
        Money discount,
        Money net,
        Money cash,
        Money subsidy,
        long declined) {
    static final Takings NOTHING =
            new Takings(0, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, 0);

    /// By what the roll-up tells apart.
    ///
    /// @param meal 0 outside every meal
    record Key(
            LocalDate businessDay,
            LocalDate bookedOn,
            int merchant,
            int terminal,
            int meal,
            int kind,
            int strand)
            implements Comparable<Key> {
        static Key of(JournalRow row, int strand) {
            return new Key(
                    row.day().businessDay(),
                    row.bookedOn(),
                    row.place().merchant(),
                    row.place().terminal(),
                    row.day().meal().orElse(0),
                    row.kind().code(),
                    strand);
        }

        @Override
        public int compareTo(Key other) {
            int days = businessDay.compareTo(other.businessDay);
            int booked = days != 0 ? days : bookedOn.compareTo(other.bookedOn);
            int places = booked != 0 ? booked : Integer.compare(merchant, other.merchant);
            int tills = places != 0 ? places : Integer.compare(terminal, other.terminal);
            int meals = tills != 0 ? tills : Integer.compare(meal, other.meal);
            int kinds = meals != 0 ? meals : Integer.compare(kind, other.kind);
            return kinds != 0 ? kinds : Integer.compare(strand, other.strand);
        }
    }

    /// Returns this with one journal row more.
    Takings plus(JournalRow row) {
        if (row.refusal().isPresent()) {
            return new Takings(count, gross, discount, net, cash, subsidy, declined + 1);
        }
        boolean emptyVoid = row.kind() == JournalRow.Kind.VOID && row.undoes().isEmpty();
        int one =
                switch (row.kind()) {
                    case ONLINE, RECORD, BACK_ENTRY -> 1;
                    case VOID -> -1;
                    // It changes what was taken, not how often.
                    case CORRECTION -> 0;
                };
        Bill bill = row.bill();
        return new Takings(
                emptyVoid ? count : count + one,
                gross.plus(bill.gross()),
                discount.plus(bill.discount()),
                net.plus(bill.net()),
                cash.plus(bill.cash()),
                subsidy.plus(bill.subsidy()),
                declined);
    }
}
