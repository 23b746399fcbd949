package onecard.platform.terminals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;
import onecard.vocabulary.SerialNo;

/// What terminals said of one thing last, kept in memory until it is written; a terminal that says
/// what it said before costs nothing. Any number of threads may say and write.
///
/// @param <T> what is said
final class LastSaid<T> {
    private final BiPredicate<T, T> same;
    private final Map<SerialNo, T> said = new ConcurrentHashMap<>();
    private final Map<SerialNo, T> unwritten = new ConcurrentHashMap<>();

    /// @param same whether two of them say the same, so that nothing is to be written
    LastSaid(BiPredicate<T, T> same) {
        this.same = same;
    }

    void add(SerialNo serial, T news) {
        T before = said.put(serial, news);
        if (before == null || !same.test(before, news)) {
            unwritten.put(serial, news);
        }
    }

    /// Returns what is not written yet, of the terminals in the register.
    Map<TerminalId, T> unwritten(RegisterSnapshot.State register) {
        var found = new HashMap<TerminalId, T>();
        unwritten.forEach((serial, news) ->
                register.bySerial(serial).ifPresent(terminal -> found.put(terminal.id(), news)));
        return found;
    }

    /// Writes what was said since the last time; what a terminal said that is in the register no
    /// more is forgotten.
    ///
    /// @param table writes all of them and returns how many were new to it; is not called for none
    /// @return what the table returned, 0 if there was nothing to write
    int write(RegisterSnapshot.State register, ToIntFunction<Map<TerminalId, T>> table) {
        var fresh = new HashMap<TerminalId, T>();
        var taken = new HashMap<SerialNo, T>();
        for (SerialNo serial : List.copyOf(unwritten.keySet())) {
            T news = unwritten.remove(serial);
            Optional<Terminal> terminal = register.bySerial(serial);
            if (news != null && terminal.isPresent()) {
                fresh.put(terminal.get().id(), news);
                taken.put(serial, news);
            }
        }
        if (fresh.isEmpty()) {
            return 0;
        }
        try {
            return table.applyAsInt(fresh);
        } catch (RuntimeException e) {
            // Nothing is lost while the database is away: what came since is newer.
            taken.forEach(unwritten::putIfAbsent);
            throw e;
        }
    }
}
