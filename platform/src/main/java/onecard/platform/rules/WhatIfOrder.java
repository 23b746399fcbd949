package onecard.platform.rules;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onecard.platform.system.MerchantScope;

/// What is to be replayed by which rules.
///
/// @param from the first business day
/// @param to the last one
/// @param changes rules as they would be, in place of those of the same id, or besides them
/// @param without rules that would not be
/// @param merchants whose purchases whoever asked may see; empty for all
record WhatIfOrder(
        LocalDate from,
        LocalDate to,
        List<Change> changes,
        List<Integer> without,
        Optional<Set<Integer>> merchants) {

    MerchantScope scope() {
        return merchants.<MerchantScope>map(MerchantScope.Only::new).orElse(MerchantScope.ALL);
    }

    static Optional<Set<Integer>> merchantsOf(MerchantScope scope) {
        return switch (scope) {
            case MerchantScope.All _ -> Optional.empty();
            case MerchantScope.Only(Set<Integer> these) -> Optional.of(these);
        };
    }

    /// A rule as it would be.
    ///
    /// @param id which rule it replaces; empty for one more
    record Change(Optional<@Positive Integer> id, @NotNull @Valid RuleForm rule) {}
}
