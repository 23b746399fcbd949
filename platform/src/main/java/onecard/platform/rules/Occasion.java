package onecard.platform.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;

/// Who buys, where and when: all that decides which rules speak of a purchase. It is kept with the
/// purchase as it was at the decision.
///
/// @param group the person's group, if there is one (`D-17`)
/// @param merchant where the terminal stands
/// @param terminal the number of the terminal in the register
/// @param at the time of the purchase in the zone of the site
/// @param businessDay the day on which the purchase's meal began, else the site day (`D-15`)
/// @param meal the meal period, or none for "other" (其他, `D-16`)
public record Occasion(
        Optional<GroupId> group,
        MerchantId merchant,
        int terminal,
        LocalDateTime at,
        LocalDate businessDay,
        Optional<MealId> meal) {}
