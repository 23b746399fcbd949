package onecard.platform.terminals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import onecard.vocabulary.SerialNo;
import org.springframework.stereotype.Component;

/// What this node has heard of terminals. It is kept in memory and written now and then, for all
/// terminals in one statement: a purchase never writes a row of the register.
@Component
class SignsOfLife {
    /// How many strangers are noted between two writings.
    private static final int STRANGERS_MAX = KnockTable.KEPT;

    private static final int IDENTITY_MAX = 64;

    private final TerminalSignTable table;
    private final KnockTable knockTable;
    private final RegisterSnapshot register;
    private final Map<SerialNo, Sign> heard = new ConcurrentHashMap<>();
    private final Map<SerialNo, Boolean> unwritten = new ConcurrentHashMap<>();
    private final Map<String, KnockTable.Row> knocks = new ConcurrentHashMap<>();

    SignsOfLife(TerminalSignTable table, KnockTable knockTable, RegisterSnapshot register) {
        this.table = table;
        this.knockTable = knockTable;
        this.register = register;
    }

    void heard(SerialNo serial, Heard news) {
        if (register.lastRead().bySerial(serial).isPresent()) {
            heard.merge(serial, Sign.of(news), Sign::with);
            unwritten.put(serial, true);
        }
    }

    void bought(SerialNo serial, Instant at) {
        if (heard.computeIfPresent(serial, (_, sign) -> sign.bought(at)) != null) {
            unwritten.put(serial, true);
        }
    }

    /// Notes a stranger. Those beyond the bound are not noted; they knock again.
    void knocked(String identity, String address, Instant at) {
        String name = printable(identity);
        if (name.isEmpty() || (knocks.size() >= STRANGERS_MAX && !knocks.containsKey(name))) {
            return;
        }
        knocks.merge(
                name,
                new KnockTable.Row(name, address, 1, at, at),
                (before, now) ->
                        new KnockTable.Row(
                                name, address, before.times() + 1, before.firstAt(), at));
    }

    private static String printable(String identity) {
        return identity.codePoints()
                .filter(point -> point > ' ' && point < 0x7F)
                .limit(IDENTITY_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Returns what this node knows and what the others have written.
    Map<TerminalId, Sign> all() {
        Map<TerminalId, Sign> signs = new HashMap<>(table.all());
        mine().forEach((terminal, sign) -> signs.merge(terminal, sign, Sign::with));
        return signs;
    }

    /// Returns what is known of one terminal: by this node, or else by what the others have
    /// written.
    Optional<Sign> of(SerialNo serial) {
        Optional<Sign> mine =
                Optional.ofNullable(heard.get(serial)).filter(sign -> sign.report().isPresent());
        return mine.or(() ->
                register.lastRead().bySerial(serial).flatMap(terminal -> table.of(terminal.id())));
    }

    /// Returns what this node itself has heard since it started.
    Map<TerminalId, Sign> mine() {
        var state = register.lastRead();
        Map<TerminalId, Sign> signs = new HashMap<>();
        heard.forEach((serial, sign) ->
                state.bySerial(serial).ifPresent(terminal -> signs.put(terminal.id(), sign)));
        return signs;
    }

    /// Writes what was heard since the last time.
    void write() {
        var state = register.lastRead();
        Map<TerminalId, Sign> fresh = new HashMap<>();
        for (SerialNo serial : List.copyOf(unwritten.keySet())) {
            unwritten.remove(serial);
            Optional<Terminal> terminal = state.bySerial(serial);
            Sign sign = heard.get(serial);
            if (terminal.isPresent() && sign != null) {
                fresh.put(terminal.get().id(), sign);
            }
        }
        if (!fresh.isEmpty()) {
            table.write(fresh);
        }
        List<KnockTable.Row> strangers = new ArrayList<>();
        for (String identity : List.copyOf(knocks.keySet())) {
            KnockTable.Row knock = knocks.remove(identity);
            if (knock != null) {
                strangers.add(knock);
            }
        }
        if (!strangers.isEmpty()) {
            knockTable.note(strangers);
        }
    }
}
