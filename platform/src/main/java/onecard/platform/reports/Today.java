package onecard.platform.reports;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Refusal;

/// The day at a glance.
///
/// @param meals every meal of the site, and what was bought outside them if anything was
/// @param merchants every merchant the operator sees
/// @param refusals the reasons of the day, most frequent first
/// @param books absent until the books were added up for the first time
/// @param hourly the hours in which something was bought, by transaction time
record Today(
        LocalDate businessDay,
        List<MealTakings> meals,
        List<MerchantTakings> merchants,
        TodayTotals totals,
        List<RefusalCount> refusals,
        TerminalCount terminals,
        Optional<BooksGlance> books,
        List<HourTakings> hourly) {

    record MealTakings(
            Optional<Integer> mealId,
            String name,
            long count,
            long netCents,
            long cashCents,
            long subsidyCents) {}

    record MerchantTakings(
            int merchantId, String name, long count, long netCents, List<MealShare> byMeal) {}

    record MealShare(Optional<Integer> mealId, long netCents, long count) {}

    record TodayTotals(
            long count, long netCents, long cashCents, long subsidyCents, long declined) {}

    record RefusalCount(Refusal refusal, long count) {}

    /// @param up heard within the last 90 s (`D-43`)
    record TerminalCount(long up, long down, long total) {}

    /// @param asOfEntry the newest entry that was added up
    record BooksGlance(
            boolean balanced,
            long differenceCents,
            String asOfEntry,
            long entries,
            OffsetDateTime checkedAt,
            Optional<String> firstBad) {}

    record HourTakings(int hour, long count, long netCents) {}
}
