package onecard.wire;

import java.util.List;
import onecard.vocabulary.CardUid;

/// What changed in a list.
///
/// @param from the version this builds on; 0 means that it is the whole list
/// @param to the version the terminal has after it
/// @param added cards to put on the list
/// @param removed cards to take off it
public record ListAnswer(
        ListKind kind,
        long from,
        long to,
        List<CardUid> added,
        List<CardUid> removed,
        Newest newest)
        implements Answer {
    public ListAnswer {
        Limits.requireVersion(from);
        Limits.requireVersion(to);
        Limits.require(from <= to, "A list grows newer than " + from, to);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        Limits.requireBetween("The number of added cards", 0, Limits.MAX_LIST_CARDS, added.size());
        Limits.requireBetween(
                "The number of removed cards", 0, Limits.MAX_LIST_CARDS, removed.size());
    }
}
