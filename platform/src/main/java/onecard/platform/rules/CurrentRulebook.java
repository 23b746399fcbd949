package onecard.platform.rules;

/// The rule book in force, kept in memory and read anew when its version number differs.
public interface CurrentRulebook {
    /// Returns the rule book as it is now; reads the versions in one statement and the tables only
    /// if something changed.
    Rulebook get();

    /// Returns the rule book that belongs to this version of the rules, as just read by the caller.
    Rulebook at(long version);
}
