package onecard.platform.merchants;

/// What kind of meal it is; only for its picture and its place in a report.
public enum MealKind {
    BREAKFAST,
    LUNCH,
    DINNER,
    NIGHT_SNACK,
    OTHER
}
