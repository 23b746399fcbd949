package onecard.platform.rules;

/// A rule as it is kept.
///
/// @param id for ever
/// @param version grows with every change, from 1
/// @param draft what it says
public record RuleEntry(RuleId id, int version, RuleDraft draft) {}
