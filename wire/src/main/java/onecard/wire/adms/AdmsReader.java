package onecard.wire.adms;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import onecard.vocabulary.SerialNo;

/// Reads what a device sends. Nothing a stranger sends makes it throw.
///
/// | request | message |
/// |---|---|
/// | `GET /iclock/cdata?SN=` | [AdmsRequest.Hello] |
/// | `POST /iclock/cdata?SN=&table=` | by table; [AdmsRequest.Unkept] for those nobody needs |
/// | `GET /iclock/getrequest?SN=` | [AdmsRequest.Poll] |
/// | `POST /iclock/devicecmd?SN=` | [AdmsRequest.Results] |
/// | `/iclock/ping?SN=` | [AdmsRequest.Ping] |
///
/// Every path may end in `.aspx`.
public final class AdmsReader {
    /// The version a device speaks that says none.
    static final String OLD_VERSION = "2.2.14";

    private static final int OPTIONS_MAX = 256;
    private static final int TABLE_MAX = 32;

    private AdmsReader() {}

    /// Reads a request.
    ///
    /// @param method as it stands in the request
    /// @param target as it stands in the request, nothing unescaped
    /// @param body its bytes, whatever it says it contains
    public static AdmsDecoded read(String method, String target, byte[] body) {
        Target parsed = Target.of(target);
        boolean get = method.equals("GET");
        if (!get && !method.equals("POST")) {
            return new AdmsDecoded.NoSuchPath();
        }
        return switch (parsed.path()) {
            case "/iclock/cdata" -> get ? hello(parsed) : upload(parsed, body);
            case "/iclock/getrequest" ->
                    from(
                            parsed,
                            new AdmsRequest.Poll(parsed.get("info").flatMap(LineReader::info)));
            case "/iclock/devicecmd" ->
                    from(parsed, new AdmsRequest.Results(LineReader.all(body, LineReader::result)));
            case "/iclock/ping" -> from(parsed, new AdmsRequest.Ping());
            case "/iclock/fdata" -> from(parsed, new AdmsRequest.Unkept("fdata"));
            case String _ -> new AdmsDecoded.NoSuchPath();
        };
    }

    private static AdmsDecoded hello(Target target) {
        String version =
                target.get("pushver")
                        .filter(said -> said.matches("[0-9]{1,3}(\\.[0-9]{1,4}){0,3}"))
                        .orElse(OLD_VERSION);
        return from(
                target,
                new AdmsRequest.Hello(version, target.get("language").flatMap(Texts::number)));
    }

    private static AdmsDecoded upload(Target target, byte[] body) {
        String table = target.get("table").or(() -> target.get("type")).orElse("");
        if (!table.matches("[A-Za-z0-9_]{1," + TABLE_MAX + "}")) {
            return new AdmsDecoded.Malformed("A table has a name of letters and digits");
        }
        return from(
                target,
                switch (table.toUpperCase(Locale.ROOT)) {
                    case "OPTIONS" -> new AdmsRequest.Options(options(Texts.of(body)));
                    case "ATTLOG" ->
                            new AdmsRequest.Attendances(
                                    LineReader.all(body, LineReader::attendance));
                    case "OPERLOG" ->
                            new AdmsRequest.Operations(LineReader.all(body, LineReader::operation));
                    case "ERRORLOG" ->
                            new AdmsRequest.Faults(LineReader.all(body, LineReader::fault));
                    case String _ -> new AdmsRequest.Unkept(table);
                });
    }

    private static Map<String, String> options(String body) {
        var options = new LinkedHashMap<String, String>();
        for (String pair : body.split("[,\r\n\t]", OPTIONS_MAX + 1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && options.size() < OPTIONS_MAX) {
                options.putIfAbsent(
                        LineReader.words(pair.substring(0, equals)),
                        LineReader.words(pair.substring(equals + 1)));
            }
        }
        return options;
    }

    private static AdmsDecoded from(Target target, AdmsRequest request) {
        Optional<SerialNo> serial = target.get("sn").filter(SerialNo::exists).map(SerialNo::new);
        return serial.<AdmsDecoded>map(known -> new AdmsDecoded.Understood(known, request))
                .orElseGet(
                        () -> new AdmsDecoded.Malformed("SN is the serial number, 4 to 32 signs"));
    }
}
