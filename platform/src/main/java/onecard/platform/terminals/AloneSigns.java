package onecard.platform.terminals;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
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
    private final LastSaid<SellsAlone> said = new LastSaid<>(SellsAlone::saysTheSameAs);

    AloneSigns(AloneTable table, RegisterSnapshot register, LiveFeed feed) {
        this.table = table;
        this.register = register;
        this.feed = feed;
    }

    record AloneNews(int terminals) {}

    void says(SerialNo serial, SellsAlone news) {
        said.add(serial, news);
    }

    /// Returns what every terminal said last, on whichever node.
    Map<TerminalId, SellsAlone> all() {
        var all = new HashMap<>(table.all());
        all.putAll(said.unwritten(register.lastRead()));
        return all;
    }

    /// Writes what was said since the last time, in one statement.
    void write() {
        int news = said.write(register.lastRead(), table::note);
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
