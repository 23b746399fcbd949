package onecard.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onecard.wire.Decoded.Malformed;
import onecard.wire.Decoded.Understood;

/// Messages ↔ bytes. Whatever bytes come in, nothing is thrown: they are [Understood] or
/// [Malformed].
///
/// Bodies are CBOR maps with integer keys (content format 60). Keys a reader does not know are
/// skipped, a key that comes twice is refused. A purchase of 9.00 with card `04A1B2C3` under number
/// 1234 is these 29 bytes:
///
/// | bytes | meaning |
/// |---|---|
/// | `a5` | map of 5 |
/// | `01 19 04d2` | seq: 1234 |
/// | `02 01` | mode: 1, free amount (2 fixed amount, 3 count) |
/// | `03 a1 01 44 04a1b2c3` | instrument: map of 1, uid: 4 bytes |
/// | `04 19 0384` | amount: 900 cents |
/// | `05 1b 00000199 9e1d7a40` | time: milliseconds since 1970, UTC |
///
/// and, where the terminal has the outcome of number 1233, `06 19 04d1` after them. The yes to it,
/// with 8.10 charged after a tenth off, 5.00 of it from the subsidy:
///
/// | bytes | meaning |
/// |---|---|
/// | `ab` | map of 11 |
/// | `00 01` | result: 1, approved (2 declined) |
/// | `01 19 032a` | charged: 810 |
/// | `02 19 0384` | gross: 900 |
/// | `03 18 5a` | discount: 90 |
/// | `04 19 0136` | cash part: 310 |
/// | `05 19 01f4` | subsidy part: 500 |
/// | `06 19 4e20` | cash left: 20,000 |
/// | `07 00` | subsidy left: 0 |
/// | `08 64 e5bca02a` | name: 张\* |
/// | `09 18 2a` | platform number: 42 |
/// | `17 a3 01 05 02 00 03 07` | newest: parameters 5, allow list 0, block list 7 |
///
/// All other messages are in `docs/reference/terminal-protocol.md` with their CDDL and test
/// vectors.
public final class Codec {
    private Codec() {}

    /// Returns the body of the message; empty where a message has none.
    public static byte[] encode(Message message) {
        return switch (message) {
            case Request request -> encode(request);
            case Answer answer -> encode(answer);
        };
    }

    private static byte[] encode(Request request) {
        return switch (request) {
            case PurchaseRequest purchase -> Cbor.write(Requests.fields(purchase));
            case VoidRequest voiding -> Cbor.write(Requests.fields(voiding));
            case InquiryRequest inquiry -> Cbor.write(Requests.fields(inquiry));
            case RecordsRequest records -> Cbor.write(Requests.fields(records));
            case StateRequest state -> Cbor.write(Requests.fields(state));
            case HintRequest hint -> Cbor.write(Requests.fields(hint));
            case ParametersRequest _, ListRequest _ -> new byte[0];
        };
    }

    private static byte[] encode(Answer answer) {
        return switch (answer) {
            case PurchaseAnswer(var decision, var newest) ->
                    write(Decisions.fields(decision), newest);
            case VoidAnswer(var outcome, var newest) -> write(Decisions.fields(outcome), newest);
            case InquiryAnswer(var result, var newest) -> write(Decisions.fields(result), newest);
            case RecordsAnswer records -> write(Reports.fields(records), records.newest());
            case StateAnswer state -> write(Reports.fields(state), state.newest());
            case ParametersAnswer(var parameters, var newest) ->
                    write(Settings.fields(parameters), newest);
            case ListAnswer list -> write(Reports.fields(list), list.newest());
            case HintAnswer _ -> new byte[0];
            case Failure failure -> Failures.text(failure).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] write(Fields fields, Newest newest) {
        return Cbor.write(fields.put(Keys.NEWEST, NewestVersions.fields(newest)));
    }

    /// Returns where the request is sent.
    public static Resource resource(Request request) {
        return switch (request) {
            case PurchaseRequest _ -> Resource.PURCHASE;
            case VoidRequest _ -> Resource.VOID;
            case InquiryRequest _ -> Resource.INQUIRY;
            case RecordsRequest _ -> Resource.RECORDS;
            case StateRequest _ -> Resource.STATE;
            case ParametersRequest _ -> Resource.PARAMETERS;
            case ListRequest(var kind, _) ->
                    switch (kind) {
                        case ALLOW -> Resource.ALLOW_LIST;
                        case BLOCK -> Resource.BLOCK_LIST;
                    };
            case HintRequest _ -> Resource.HINT;
        };
    }

    /// Returns the Uri-Query options of the request.
    public static List<String> query(Request request) {
        return request instanceof ListRequest(_, long since)
                ? List.of(ListQuery.text(since))
                : List.of();
    }

    /// Returns the code of the answer.
    public static Code code(Answer answer) {
        return switch (answer) {
            case PurchaseAnswer _,
                    VoidAnswer _,
                    InquiryAnswer _,
                    RecordsAnswer _,
                    StateAnswer _,
                    HintAnswer _ ->
                    Code.CHANGED;
            case ParametersAnswer _, ListAnswer _ -> Code.CONTENT;
            case Failure failure -> Failures.code(failure);
        };
    }

    /// Returns the Max-Age option of the answer, where it has one.
    public static Optional<Duration> maxAge(Answer answer) {
        return answer instanceof Failure.Busy(Duration retryAfter)
                ? Optional.of(retryAfter)
                : Optional.empty();
    }

    /// Reads a request.
    ///
    /// @param query the Uri-Query options
    /// @param body the payload, empty for a GET
    public static Decoded<Request> decodeRequest(
            Resource resource, List<String> query, byte[] body) {
        if (body.length > resource.maxRequestBytes()) {
            return new Malformed<>(
                    "", "%d bytes, at most %d".formatted(body.length, resource.maxRequestBytes()));
        }
        try {
            return new Understood<>(
                    switch (resource) {
                        case PURCHASE -> Requests.purchase(Cbor.read(body));
                        case VOID -> Requests.voidRequest(Cbor.read(body));
                        case INQUIRY -> Requests.inquiry(Cbor.read(body));
                        case RECORDS -> Requests.records(Cbor.read(body));
                        case STATE -> Requests.state(Cbor.read(body));
                        case PARAMETERS -> new ParametersRequest();
                        case ALLOW_LIST -> new ListRequest(ListKind.ALLOW, ListQuery.since(query));
                        case BLOCK_LIST -> new ListRequest(ListKind.BLOCK, ListQuery.since(query));
                        case HINT -> Requests.hint(Cbor.read(body));
                    });
        } catch (MalformedException e) {
            return new Malformed<>(e.field(), e.reason());
        }
    }

    /// Reads an answer.
    ///
    /// @param resource where the request was sent
    /// @param code the byte of the CoAP header
    /// @param maxAge the Max-Age option; CoAP takes 60 s where there is none
    public static Decoded<Answer> decodeAnswer(
            Resource resource, int code, Duration maxAge, byte[] body) {
        if (body.length > resource.maxAnswerBytes()) {
            return new Malformed<>(
                    "", "%d bytes, at most %d".formatted(body.length, resource.maxAnswerBytes()));
        }
        Optional<Code> known = Code.of(code);
        if (known.isEmpty()) {
            return new Malformed<>("code", "no answer has the code " + code);
        }
        if (!known.get().isSuccess()) {
            return new Understood<>(Failures.read(known.get(), maxAge, body));
        }
        try {
            return new Understood<>(
                    resource == Resource.HINT
                            ? new HintAnswer()
                            : success(resource, Cbor.read(body)));
        } catch (MalformedException e) {
            return new Malformed<>(e.field(), e.reason());
        }
    }

    private static Answer success(Resource resource, Fields fields) throws MalformedException {
        Newest newest = NewestVersions.read(fields);
        return switch (resource) {
            case PURCHASE -> new PurchaseAnswer(Decisions.purchase(fields), newest);
            case VOID -> new VoidAnswer(Decisions.voided(fields), newest);
            case INQUIRY -> new InquiryAnswer(Decisions.inquiry(fields), newest);
            case RECORDS -> Reports.records(fields, newest);
            case STATE -> Reports.state(fields, newest);
            case PARAMETERS -> new ParametersAnswer(Settings.parameters(fields), newest);
            case ALLOW_LIST -> Reports.list(ListKind.ALLOW, fields, newest);
            case BLOCK_LIST -> Reports.list(ListKind.BLOCK, fields, newest);
            case HINT -> new HintAnswer();
        };
    }
}
