package onecard.platform.terminals;

import java.util.List;
import java.util.OptionalInt;
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
    private final LastSaid<WorksBy> said = new LastSaid<>(WorksBy::saysTheSameAs);

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
        said.add(serial, news);
    }

    /// Writes what was said since the last time, in one statement.
    void write() {
        int news = said.write(register.lastRead(), table::note);
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
