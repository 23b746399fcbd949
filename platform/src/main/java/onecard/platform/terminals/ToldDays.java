package onecard.platform.terminals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import onecard.platform.system.Settings;
import onecard.vocabulary.SerialNo;
import org.springframework.stereotype.Component;

/// Keeps the last that each terminal said of each day. What is said on one day says nothing of the
/// day before, so both are kept. Like the signs of life it is in memory first, and written for all
/// terminals in one statement.
@Component
class ToldDays {
    private final ToldDayTable table;
    private final RegisterSnapshot register;
    private final Settings settings;
    private final Map<Key, DayTold> unwritten = new ConcurrentHashMap<>();

    ToldDays(ToldDayTable table, RegisterSnapshot register, Settings settings) {
        this.table = table;
        this.register = register;
        this.settings = settings;
    }

    private record Key(SerialNo serial, LocalDate day) {}

    void says(SerialNo serial, DayTold told) {
        if (register.lastRead().bySerial(serial).isPresent()) {
            unwritten.merge(
                    new Key(serial, told.day(settings.current().zone())),
                    told,
                    (before, now) -> now.at().isBefore(before.at()) ? before : now);
        }
    }

    /// Writes what was said since the last time. What could not be written is kept for the next.
    void write() {
        var zone = settings.current().zone();
        var state = register.lastRead();
        var rows = new ArrayList<ToldDayTable.Row>();
        var taken = Map.copyOf(unwritten);
        taken.forEach((key, told) ->
                state.bySerial(key.serial())
                        .ifPresent(terminal ->
                                rows.add(
                                        new ToldDayTable.Row(
                                                terminal.id(),
                                                key.day(),
                                                told.ownDay(zone),
                                                told))));
        if (!rows.isEmpty()) {
            table.write(List.copyOf(rows));
        }
        taken.forEach(unwritten::remove);
    }
}
