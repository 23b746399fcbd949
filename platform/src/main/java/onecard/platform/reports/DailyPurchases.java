package onecard.platform.reports;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// The daily purchase summary (每日消费汇总表, `M-239`).
///
/// @param merchantName absent where all merchants are asked for
/// @param meals the columns
/// @param preparedBy who asked for it (`M-248`)
/// @param adds whether every sum was found to be right; one that is not must not be used
record DailyPurchases(
        String unitName,
        Optional<String> merchantName,
        LocalDate from,
        LocalDate to,
        List<MealColumn> meals,
        List<DailyRow> rows,
        DailyTotals totals,
        String preparedBy,
        OffsetDateTime printedAt,
        boolean adds) {

    /// A meal; the one without an id is everything outside meals.
    record MealColumn(Optional<Integer> id, String name) {}

    /// What was bought in one meal.
    record DailyCell(long count, long cashCents, long subsidyCents) {
        static DailyCell of(Sums sums) {
            return new DailyCell(sums.count(), sums.cash(), sums.subsidy());
        }
    }

    /// What one merchant took on one day.
    record DailyRow(
            LocalDate day,
            int merchantId,
            String merchantName,
            List<DailyCell> cells,
            long count,
            long cashCents,
            long subsidyCents,
            long totalCents,
            long correctionsCents,
            long discountCents) {}

    /// The totals of all rows.
    record DailyTotals(
            List<DailyCell> cells,
            long count,
            long cashCents,
            long subsidyCents,
            long totalCents,
            long correctionsCents,
            long discountCents) {}
}
