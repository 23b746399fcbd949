package onecard.platform.people;

import java.util.Optional;

/// The lists to choose from: reasons for leaving, types of card holders. Each comes with some
/// entries; a site renames them, adds its own and removes what nobody uses.
public interface Choices {
    /// Returns a list in the order in which it grew.
    java.util.List<Choice> of(Choice.List list);

    /// Finds an entry of a list.
    Optional<Choice> find(Choice.List list, ChoiceId id);

    /// Adds an entry.
    Choice add(Choice.List list, String name);

    /// Renames an entry.
    Choice rename(ChoiceId id, String name);

    /// Removes an entry that nobody has; else it says how many have it.
    void remove(ChoiceId id);
}
