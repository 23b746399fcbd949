package onecard.platform.terminals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import onecard.platform.system.LiveEvent;
import onecard.platform.system.LiveFeed;
import onecard.platform.system.Permission;
import onecard.vocabulary.SerialNo;
import org.springframework.stereotype.Component;

/// What terminals say of what they sell without asking. Like the signs of life it is kept in memory
/// first; a terminal that says what it said before costs nothing.
@Component
class AloneSigns {
    private final AloneTable table;
    private final RegisterSnapshot register;
    private final LiveFeed feed;
    private final Map<SerialNo, SellsAlone> said = new ConcurrentHashMap<>();
    private final Map<SerialNo, SellsAlone> unwritten = new ConcurrentHashMap<>();

    AloneSigns(AloneTable table, RegisterSnapshot register, LiveFeed feed) {
        this.table = table;
        this.register = register;
        this.feed = feed;
    }

    record AloneNews(int terminals) {}

    void says(SerialNo serial, SellsAlone news) {
        SellsAlone before = said.put(serial, news);
        if (before == null || !before.saysTheSameAs(news)) {
            unwritten.put(serial, news);
        }
    }

    /// Returns what every terminal said last, on whichever node.
    Map<TerminalId, SellsAlone> all() {
        var all = new HashMap<>(table.all());
        var state = register.lastRead();
        unwritten.forEach((serial, news) ->
                state.bySerial(serial).ifPresent(terminal -> all.put(terminal.id(), news)));
        return all;
    }

    /// Writes what was said since the last time, in one statement.
    void write() {
        var state = register.lastRead();
        var fresh = new HashMap<TerminalId, SellsAlone>();
        var taken = new HashMap<SerialNo, SellsAlone>();
        for (SerialNo serial : List.copyOf(unwritten.keySet())) {
            SellsAlone news = unwritten.remove(serial);
            Optional<Terminal> terminal = state.bySerial(serial);
            if (news != null && terminal.isPresent()) {
                fresh.put(terminal.get().id(), news);
                taken.put(serial, news);
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        int news;
        try {
            news = table.note(fresh);
        } catch (RuntimeException e) {
            // Nothing is lost while the database is away: what came since is newer.
            taken.forEach(unwritten::putIfAbsent);
            throw e;
        }
        if (news > 0) {
            feed.publish(
                    new LiveEvent(
                            "alone",
                            Permission.SEE_TERMINALS,
                            OptionalInt.empty(),
                            _ -> new AloneNews(news)));
        }
    }
}
