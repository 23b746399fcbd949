package onecard.platform.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import onecard.vocabulary.Window;

/// One stretch of time that a limit counts over: this lunch, this day, this week, this month.
///
/// @param from its first business day
/// @param meal the number of the meal where it is one meal, else 0; "other" is 0 too
public record Span(LocalDate from, int meal) {
    /// Returns the stretch of this kind in which the purchase lies. Weeks begin on Monday.
    public static Span of(Window window, Occasion occasion) {
        LocalDate day = occasion.businessDay();
        return switch (window) {
            case MEAL -> new Span(day, occasion.meal().map(meal -> meal.value()).orElse(0));
            case DAY -> new Span(day, 0);
            case WEEK -> new Span(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 0);
            case MONTH -> new Span(day.withDayOfMonth(1), 0);
            case PURCHASE -> throw new IllegalArgumentException("One purchase is not counted over");
        };
    }
}
