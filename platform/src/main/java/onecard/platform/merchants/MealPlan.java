package onecard.platform.merchants;

import java.time.LocalDate;
import java.util.Optional;

/// Changes the meals and their hours. Every method opens its own transaction or joins the caller's;
/// whatever would make two meals overlap is refused (`M-086`) with the problem `meals-overlap`.
public interface MealPlan {
    /// Adds a meal that the site serves.
    Meal add(NewMeal meal);

    /// Changes what a meal is called, its kind and its place.
    Meal change(Meal meal);

    /// Sets when a meal is served from a business day on, by the site or by one merchant; a period
    /// that begins on the same day is replaced.
    ///
    /// @param hours empty: not served
    void serve(
            MealId meal, Optional<MerchantId> merchant, Optional<Hours> hours, LocalDate validFrom);

    /// Removes a period; what it said is then said by the one before it, or by the site.
    void removePeriod(MealId meal, int period);

    /// Removes a meal that no rule names. Purchases keep what they were.
    void remove(MealId meal);
}
