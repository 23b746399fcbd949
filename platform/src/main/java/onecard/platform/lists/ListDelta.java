package onecard.platform.lists;

import java.util.List;
import onecard.vocabulary.CardUid;

/// What takes a terminal from one version of a list to a newer one.
///
/// @param from the version it builds on; 0: it is the whole list, and what the terminal had is
///   thrown away
/// @param to the version after it
/// @param added cards that come on the list
/// @param removed cards that leave it
public record ListDelta(
        CardList list, long from, long to, List<CardUid> added, List<CardUid> removed) {
    public ListDelta {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "A list goes from a version to a newer one, not " + from + " to " + to);
        }
    }
}
