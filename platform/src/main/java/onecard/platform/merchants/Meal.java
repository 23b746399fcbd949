package onecard.platform.merchants;

import java.util.Optional;

/// A meal of the site (餐别): lunch is lunch at every merchant, even where its hours differ.
///
/// @param id for ever
/// @param name unique, in the site's language
/// @param nameEn in English, if given
/// @param kind what kind of meal
/// @param order its place in lists and reports
public record Meal(MealId id, String name, Optional<String> nameEn, MealKind kind, int order) {}
