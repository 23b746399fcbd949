package onecard.platform.merchants;

import java.time.LocalDate;
import java.util.Optional;

/// What day and meal a moment belongs to. Both are written on the purchase and never computed
/// again.
///
/// @param businessDay the day on which the meal began; outside meals, the day of the site
/// @param meal empty outside every meal (其他)
public record MealMoment(LocalDate businessDay, Optional<Meal> meal) {
    /// Returns the id of the meal, if there is one.
    public Optional<MealId> mealId() {
        return meal.map(Meal::id);
    }
}
