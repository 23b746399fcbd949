package onecard.platform.rules;

import java.util.Comparator;

/// A rule as it is kept.
///
/// @param id for ever
/// @param version grows with every change, from 1
/// @param draft what it says
public record RuleEntry(RuleId id, int version, RuleDraft draft) {
    /// By the order the rules were given, and the older one first.
    static final Comparator<RuleEntry> BY_ORDER =
            Comparator.comparingInt((RuleEntry entry) -> entry.draft().order())
                    .thenComparing(RuleEntry::id);
}
