package onecard.platform.rules;

import java.util.List;
import java.util.Optional;

/// The trade rules of the site, to be read and changed. Who decides purchases asks
/// [CurrentRulebook]. Changing methods open their own transaction or join the caller's; what is
/// nonsense ends as a problem that names the fields.
public interface Rules {
    /// Returns all rules, those switched off too, in their order.
    List<RuleEntry> all();

    /// Finds one rule.
    Optional<RuleEntry> find(RuleId id);

    /// Writes a new rule.
    RuleEntry add(RuleDraft draft);

    /// Changes a rule.
    ///
    /// @param version the version that was changed by hand; empty if it does not matter
    RuleEntry change(RuleId id, RuleDraft draft, Optional<Integer> version);

    /// Removes a rule; its history stays.
    void remove(RuleId id);
}
