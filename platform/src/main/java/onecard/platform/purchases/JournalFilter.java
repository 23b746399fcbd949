package onecard.platform.purchases;

import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.system.MerchantScope;

/// Which rows of the journal are asked for.
///
/// @param scope whose rows the operator sees
/// @param merchant those of one merchant
/// @param terminal those of one terminal
/// @param taken only what was taken, or only what was refused
/// @param businessDay those of one business day
record JournalFilter(
        MerchantScope scope,
        Optional<Integer> merchant,
        Optional<Integer> terminal,
        Optional<Boolean> taken,
        Optional<LocalDate> businessDay) {}
