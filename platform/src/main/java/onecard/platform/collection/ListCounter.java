package onecard.platform.collection;

import java.util.LinkedHashMap;
import java.util.Map;
import onecard.platform.gate.Noticeboard;
import onecard.platform.lists.CardList;
import onecard.platform.lists.CardLists;
import onecard.platform.lists.ListDelta;
import onecard.wire.ListAnswer;
import onecard.wire.ListKind;
import onecard.wire.Newest;
import org.springframework.stereotype.Component;

/// Hands out lists of cards. The same difference is the same answer for every terminal, object for
/// object, so that it is encoded once. A long list carries the versions that were the newest when
/// it was read: what came since stands beside the next answer.
@Component
class ListCounter {
    /// How many answers are kept ready.
    private static final int KEPT = 16;

    private final CardLists lists;
    private final Noticeboard noticeboard;
    private final Map<Key, ListAnswer> ready = new LinkedHashMap<>(KEPT, 0.75f, true);

    ListCounter(CardLists lists, Noticeboard noticeboard) {
        this.lists = lists;
        this.noticeboard = noticeboard;
    }

    private record Key(ListKind list, long from, long to, Newest beside) {}

    ListAnswer since(ListKind list, long version) {
        ListDelta delta = lists.since(named(list), version);
        return answer(list, delta);
    }

    private synchronized ListAnswer answer(ListKind list, ListDelta delta) {
        var newest = noticeboard.newestLists();
        var key = new Key(list, delta.from(), delta.to(), delta.from() == 0 ? Newest.NONE : newest);
        var found = ready.get(key);
        if (found != null) {
            return found;
        }
        var answer =
                new ListAnswer(
                        list, delta.from(), delta.to(), delta.added(), delta.removed(), newest);
        ready.put(key, answer);
        if (ready.size() > KEPT) {
            ready.remove(ready.keySet().iterator().next());
        }
        return answer;
    }

    private static CardList named(ListKind list) {
        return switch (list) {
            case ALLOW -> CardList.ALLOW;
            case BLOCK -> CardList.BLOCK;
        };
    }
}
