package onecard.platform.merchants;

import java.time.LocalDate;
import java.util.Optional;

/// When a meal is served from a date on, until a later period takes over (`D-16`).
///
/// @param id of the period
/// @param meal which meal
/// @param merchant whose; empty for the site default
/// @param hours when; empty if the meal is not served
/// @param validFrom the first business day on which it holds
public record MealPeriod(
        int id,
        MealId meal,
        Optional<MerchantId> merchant,
        Optional<Hours> hours,
        LocalDate validFrom) {}
