package onecard.platform.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Adds up what a replay finds, by group, merchant and meal.
final class WhatIfTotals {
    private final Sum all = new Sum();
    private final SortedMap<Integer, Sum> byGroup = new TreeMap<>();
    private final SortedMap<Integer, Sum> byMerchant = new TreeMap<>();
    private final SortedMap<Integer, Sum> byMeal = new TreeMap<>();
    private static final int NONE = 0;

    /// What other rules would have made of some purchases.
    ///
    /// @param purchases how many were decided again
    /// @param refused how many were taken, and would have been refused
    /// @param taken how many were refused, and would have been taken
    /// @param dearer how many would have cost more
    /// @param cheaper how many would have cost less
    /// @param otherReason how many would have been refused for another reason
    /// @param chargedCents what was charged
    /// @param wouldChargeCents what would have been charged
    record Total(
            long purchases,
            long refused,
            long taken,
            long dearer,
            long cheaper,
            long otherReason,
            long chargedCents,
            long wouldChargeCents) {
        long different() {
            return refused + taken + dearer + cheaper + otherReason;
        }
    }

    /// The total of one group, merchant or meal.
    ///
    /// @param id which; empty for people without a group, and outside every meal
    record TotalOf(Optional<Integer> id, Total total) {}

    private static final class Sum {
        private final Map<Effect, Long> effects = new EnumMap<>(Effect.class);
        private long charged;
        private long wouldCharge;

        void add(Replay.Decided decided) {
            effects.merge(decided.effect(), 1L, Long::sum);
            charged = Math.addExact(charged, decided.was().net().cents());
            wouldCharge = Math.addExact(wouldCharge, decided.net().cents());
        }

        private long of(Effect effect) {
            return effects.getOrDefault(effect, 0L);
        }

        Total total() {
            long purchases = 0;
            for (long some : effects.values()) {
                purchases += some;
            }
            return new Total(
                    purchases,
                    of(Effect.REFUSED),
                    of(Effect.TAKEN),
                    of(Effect.DEARER),
                    of(Effect.CHEAPER),
                    of(Effect.OTHER_REASON),
                    charged,
                    wouldCharge);
        }
    }

    void add(Replay.Decided decided) {
        Occasion occasion = decided.was().occasion();
        all.add(decided);
        int group = occasion.group().map(id -> id.value()).orElse(NONE);
        byGroup.computeIfAbsent(group, _ -> new Sum()).add(decided);
        byMerchant.computeIfAbsent(occasion.merchant().value(), _ -> new Sum()).add(decided);
        int meal = occasion.meal().map(id -> id.value()).orElse(NONE);
        byMeal.computeIfAbsent(meal, _ -> new Sum()).add(decided);
    }

    Total total() {
        return all.total();
    }

    List<TotalOf> groups() {
        return list(byGroup);
    }

    List<TotalOf> merchants() {
        return list(byMerchant);
    }

    List<TotalOf> meals() {
        return list(byMeal);
    }

    private static List<TotalOf> list(SortedMap<Integer, Sum> sums) {
        List<TotalOf> totals = new ArrayList<>();
        sums.forEach((id, sum) ->
                totals.add(
                        new TotalOf(id == NONE ? Optional.empty() : Optional.of(id), sum.total())));
        return totals;
    }
}
