package onecard.platform.merchants;

import java.time.LocalDate;
import java.util.Optional;

/// A meal to be added, with the hours at which the site serves it.
///
/// @param name unique, in the site's language
/// @param nameEn in English, if given
/// @param kind what kind of meal
/// @param order its place in lists and reports
/// @param hours when it is served
/// @param validFrom the first business day on which it is; empty for today
public record NewMeal(
        String name,
        Optional<String> nameEn,
        MealKind kind,
        int order,
        Hours hours,
        Optional<LocalDate> validFrom) {}
