package onecard.platform.merchants;

import java.util.List;

/// Asked before a meal is removed: a room above tells which of its own things name the meal.
public interface MealUse {
    /// Returns the names of what would lose its meal, such as trade rules; at most a few of them.
    List<String> of(MealId meal);
}
