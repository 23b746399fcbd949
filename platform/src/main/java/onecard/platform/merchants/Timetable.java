package onecard.platform.merchants;

import java.time.Instant;

/// Says which meal a moment belongs to, at which merchant. Immutable and pure.
public interface Timetable {
    /// Returns the business day and the meal of a moment.
    MealMoment at(MerchantId merchant, Instant moment);
}
