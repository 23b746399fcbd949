package onecard.platform.rules;

import java.util.ArrayList;
import java.util.List;

/// Limits came to count other purchases than before. Published inside the changing transaction, so
/// that whoever keeps the usage starts each opened limit with what was already bought in its
/// running window, and the change is seen together with it or not at all.
///
/// What to do: for every purchase that stands and lies in a span of [Span#of] that has not ended,
/// and for which [Rulebook#counts] says so, add one and its net amount to the account's counter.
///
/// @param book the rules as they are from the commit on
/// @param opened limits with new identities
/// @param closed identities that nothing will ask for again; their usage may go
public record LimitsChanged(Rulebook book, List<Opened> opened, List<LimitId> closed) {
    /// A limit that begins to count.
    public record Opened(Rule rule, Limit limit) {}

    static LimitsChanged of(Rulebook book, List<LimitId> opened, List<LimitId> closed) {
        List<Opened> found = new ArrayList<>();
        for (Rule rule : book.rules()) {
            for (Limit limit : rule.limits()) {
                if (opened.contains(limit.id())) {
                    found.add(new Opened(rule, limit));
                }
            }
        }
        return new LimitsChanged(book, List.copyOf(found), List.copyOf(closed));
    }
}
