package onecard.platform.merchants;

/// Identifies a meal period (餐别).
public record MealId(int value) {}
