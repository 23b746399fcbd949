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

/// Keeps what terminals are told in line with the register, and writes what they say of it. Like
/// the signs of life it is kept in memory first; a terminal that says what it said before costs
/// nothing.
@Component
class ParameterUpkeep {
    private final ParameterTable table;
    private final ParameterWriter writer;
    private final RegisterSnapshot register;
    private final LiveFeed feed;
    private final Map<SerialNo, WorksBy> said = new ConcurrentHashMap<>();
    private final Map<SerialNo, WorksBy> unwritten = new ConcurrentHashMap<>();

    ParameterUpkeep(
            ParameterTable table,
            ParameterWriter writer,
            RegisterSnapshot register,
            LiveFeed feed) {
        this.table = table;
        this.writer = writer;
        this.register = register;
        this.feed = feed;
    }

    record ParameterNews(int terminals) {}

    void says(SerialNo serial, WorksBy news) {
        if (register.lastRead().wanted(serial).isEmpty()) {
            return;
        }
        WorksBy before = said.put(serial, news);
        if (before == null || !before.saysTheSameAs(news)) {
            unwritten.put(serial, news);
        }
    }

    /// Writes what was said since the last time, in one statement.
    void write() {
        var state = register.lastRead();
        var fresh = new HashMap<TerminalId, WorksBy>();
        var taken = new HashMap<SerialNo, WorksBy>();
        for (SerialNo serial : List.copyOf(unwritten.keySet())) {
            WorksBy news = unwritten.remove(serial);
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
                            "parameters",
                            Permission.SEE_TERMINALS,
                            OptionalInt.empty(),
                            _ -> new ParameterNews(news)));
        }
    }

    /// Looks whether a terminal's number, merchant or the site's zone are others than it was told.
    void refresh() {
        var state = register.lastRead();
        var told = List.copyOf(state.parameters().values());
        if (!writer.outdated(told, List.copyOf(state.all())).isEmpty()) {
            writer.refresh();
        }
    }
}
