package onecard.wire.adms;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads the lines of the tables a device sends, each for itself: a bad one spoils no other.
///
/// | table | line |
/// |---|---|
/// | `ATTLOG` | PIN, `YYYY-MM-DD HH:MM:SS`, status, verify, …; TAB between |
/// | `OPERLOG` | `OPLOG` type, operator, time, …; or `USER PIN= Name= …`; TAB between |
/// | `ERRORLOG` | `ERRORLOG ErrCode= ErrMsg= DataOrigin= CmdId= Additional=`; TAB between |
/// | results | `ID=&Return=&CMD=` |
final class LineReader {
    /// The longest number of a person that a device may send.
    static final int PIN_MAX = 32;

    /// The longest words that are kept.
    static final int WORDS_MAX = 200;

    private static final int CARD_BYTES_MAX = 8;
    private static final int CARD_DIGITS_MAX = 18;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private LineReader() {}

    static <T> AdmsRequest.Lines<T> all(byte[] body, Function<String, Optional<T>> reading) {
        var read = new ArrayList<T>();
        int bad = 0;
        for (String line : Texts.lines(body)) {
            Optional<T> one = reading.apply(line);
            one.ifPresent(read::add);
            bad += one.isEmpty() ? 1 : 0;
        }
        return new AdmsRequest.Lines<>(read, bad);
    }

    static Optional<Attendance> attendance(String line) {
        List<String> fields = Texts.fields(line);
        if (fields.size() < 2) {
            return Optional.empty();
        }
        Optional<LocalDateTime> at = time(fields.get(1));
        return pin(fields.getFirst())
                .flatMap(pin ->
                        at.map(when ->
                                new Attendance(pin, when, number(fields, 2), number(fields, 3))));
    }

    static Optional<Operation> operation(String line) {
        int blank = line.indexOf(' ');
        String kind = blank < 0 ? line : line.substring(0, blank);
        List<String> fields = Texts.fields(blank < 0 ? "" : line.substring(blank + 1));
        return switch (kind.toUpperCase(Locale.ROOT)) {
            case "OPLOG" -> done(fields);
            case "USER" -> user(Texts.named(fields));
            case "USERPIC", "BIOPHOTO" -> picture(kind, Texts.named(fields));
            case String other when other.matches("[A-Z]{2,16}") ->
                    Optional.of(new Operation.Other(other));
            case String _ -> Optional.empty();
        };
    }

    private static Optional<Operation> done(List<String> fields) {
        if (fields.size() < 3) {
            return Optional.empty();
        }
        return Texts.number(fields.getFirst())
                .flatMap(type ->
                        time(fields.get(2))
                                .map(at -> new Operation.Done(type, words(fields.get(1)), at)));
    }

    private static Optional<Operation> user(Map<String, String> named) {
        return pin(named.getOrDefault("pin", ""))
                .map(pin ->
                        new Operation.User(
                                pin,
                                words(named.getOrDefault("name", "")),
                                Texts.number(named.getOrDefault("pri", "")).orElse(0),
                                card(named.getOrDefault("card", ""))));
    }

    private static Optional<Operation> picture(String kind, Map<String, String> named) {
        return pin(named.getOrDefault("pin", ""))
                .map(pin ->
                        new Operation.Picture(
                                kind.toUpperCase(Locale.ROOT),
                                pin,
                                Texts.longNumber(named.getOrDefault("size", "")).orElse(0L)));
    }

    static Optional<DeviceFault> fault(String line) {
        int blank = line.indexOf(' ');
        Map<String, String> named = Texts.named(Texts.fields(line.substring(blank + 1)));
        String code = named.getOrDefault("errcode", "");
        if (!code.matches("[A-Za-z0-9]{1,16}")) {
            return Optional.empty();
        }
        boolean ours = named.getOrDefault("dataorigin", "").equalsIgnoreCase("cmd");
        return Optional.of(
                new DeviceFault(
                        code.toUpperCase(Locale.ROOT),
                        words(named.getOrDefault("errmsg", "")),
                        Optional.ofNullable(named.get("cmdid"))
                                .filter(id -> ours && CommandId.exists(id)),
                        words(named.getOrDefault("additional", ""))));
    }

    static Optional<CommandResult> result(String line) {
        Map<String, String> named = Target.parameters(line);
        String id = named.getOrDefault("id", "");
        Optional<Integer> code = Texts.number(named.getOrDefault("return", ""));
        return code.filter(_ -> CommandId.exists(id))
                .map(said -> new CommandResult(id, said, words(named.getOrDefault("cmd", ""))));
    }

    static Optional<DeviceInfo> info(String said) {
        List<String> fields = List.of(said.split(",", -1));
        if (said.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                new DeviceInfo(
                        words(fields.getFirst()),
                        count(fields, 1),
                        count(fields, 3),
                        count(fields, 8)));
    }

    /// A card is a number, or its bytes in hexadecimal with the low one first: `[15CD5B07]` is
    /// 123456789.
    static Optional<Long> card(String said) {
        String text = said.strip();
        if (text.matches("[0-9]{1," + CARD_DIGITS_MAX + "}")) {
            return Optional.of(Long.parseLong(text)).filter(card -> card > 0);
        }
        if (!text.matches("\\[(?:[0-9A-Fa-f]{2}){1," + CARD_BYTES_MAX + "}]")) {
            return Optional.empty();
        }
        byte[] bytes = HexFormat.of().parseHex(text.substring(1, text.length() - 1));
        long card = 0;
        for (int at = bytes.length - 1; at >= 0; at--) {
            card = card << 8 | bytes[at] & 0xFF;
        }
        return Optional.of(card).filter(value -> value > 0);
    }

    private static Optional<String> pin(String said) {
        String pin = said.strip();
        return pin.matches("[A-Za-z0-9_-]{1," + PIN_MAX + "}")
                ? Optional.of(pin)
                : Optional.empty();
    }

    private static Optional<LocalDateTime> time(String said) {
        try {
            return Optional.of(LocalDateTime.parse(said.strip(), TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(List<String> fields, int at) {
        return fields.size() > at ? Texts.number(fields.get(at)).orElse(0) : 0;
    }

    private static Optional<Integer> count(List<String> fields, int at) {
        return fields.size() > at
                ? Texts.number(fields.get(at)).filter(number -> number >= 0)
                : Optional.empty();
    }

    /// Words of a stranger, without control characters and not too long.
    static String words(String said) {
        String clean = said.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() <= WORDS_MAX ? clean : clean.substring(0, WORDS_MAX);
    }
}
