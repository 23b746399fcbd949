package onecard.platform.lists;

import java.util.Collection;
import java.util.Map;

/// The lists of cards, for whoever hands them to terminals and looks whether they have them.
public interface CardLists {
    /// Most cards a list hands out at once; what terminals are built for.
    int CARDS_MAX = 200_000;

    /// Returns the newest versions as far as this node knows: its own changes within half a second
    /// of their commit, those of other nodes within about a second. Costs no query.
    ListVersions newest();

    /// Returns what takes a terminal that has this version to the newest one. The whole list comes
    /// for version 0, for one that is too old, and for one that this platform never gave: then it
    /// was set back to an earlier copy of its data.
    ListDelta since(CardList list, long version);

    /// Tells how many changes each of these versions is behind; one that is not known is left out.
    Map<Long, Integer> behind(CardList list, Collection<Long> versions);
}
