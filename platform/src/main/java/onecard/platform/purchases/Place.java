package onecard.platform.purchases;

import java.util.Optional;

/// Where a terminal stands when it asks.
///
/// @param terminal its id
/// @param merchant whose till it is
/// @param outlet which window of the merchant, if it has any
/// @param served whether the online service serves it
record Place(int terminal, int merchant, Optional<Integer> outlet, boolean served) {}
