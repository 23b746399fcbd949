package onecard.platform.rules;

import java.time.LocalDate;
import java.util.List;

/// What a replay of the past found.
///
/// @param total of all purchases that were decided again
/// @param different how many of them would have ended differently
/// @param listed how many of these are listed one by one
record WhatIfFound(
        LocalDate from,
        LocalDate to,
        WhatIfTotals.Total total,
        long different,
        int listed,
        List<WhatIfTotals.TotalOf> byGroup,
        List<WhatIfTotals.TotalOf> byMerchant,
        List<WhatIfTotals.TotalOf> byMeal) {}
