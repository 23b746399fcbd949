package onecard.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import onecard.wire.Answer;
import onecard.wire.Code;
import onecard.wire.Codec;
import onecard.wire.Decoded;
import onecard.wire.Message;
import onecard.wire.PurchaseAnswer;
import onecard.wire.PurchaseRequest;
import onecard.wire.RecordsAnswer;
import onecard.wire.RecordsRequest;
import onecard.wire.Request;
import onecard.wire.Resource;
import onecard.wire.StoredRecord;
import onecard.wire.VoidAnswer;
import onecard.wire.VoidRequest;

/// Notes ↔ lines: a word, the time in milliseconds, the number where the message does not hold it,
/// and the message itself as it travelled, in hex.
///
/// | line | |
/// |---|---|
/// | `drawn 1788235200000 a501…` | a purchase request |
/// | `settled 1788235200100 1234 ab00…` | number and purchase answer |
/// | `void-wanted 1788235203000 a201…` | a void request |
/// | `void-ended 1788235203100 1234 a300…` | number and void answer |
/// | `other-content 1788235203100 1234` | |
/// | `sold 1788235200000 a10c…` | a records request with one record |
/// | `receipted 1788235200000 1235 BOOKED` | number and fate of its record |
/// | `jumped 1788235200000 1233` | |
/// | `switched 1788235200000 3 1788235200000` | unanswered requests, and since when it sells by itself, 0 if it does not |
final class Notes {
    private Notes() {}

    static String line(Note note) {
        return switch (note) {
            case Note.Drawn(Instant at, var sale) -> "drawn %s %s".formatted(ms(at), hex(sale));
            case Note.Settled(Instant at, long seq, var answer) ->
                    "settled %s %d %s".formatted(ms(at), seq, hex(answer));
            case Note.VoidWanted(Instant at, var request) ->
                    "void-wanted %s %s".formatted(ms(at), hex(request));
            case Note.VoidEnded(Instant at, long seq, var answer) ->
                    "void-ended %s %d %s".formatted(ms(at), seq, hex(answer));
            case Note.OtherContent(Instant at, long seq) ->
                    "other-content %s %d".formatted(ms(at), seq);
            case Note.Sold(Instant at, var sale) ->
                    "sold %s %s".formatted(ms(at), hex(new RecordsRequest(List.of(sale))));
            case Note.Receipted(Instant at, long seq, var fate) ->
                    "receipted %s %d %s".formatted(ms(at), seq, fate);
            case Note.Jumped(Instant at, long seq) -> "jumped %s %d".formatted(ms(at), seq);
            case Note.Switched(Instant at, var now) ->
                    "switched %s %d %d"
                            .formatted(
                                    ms(at),
                                    now.unanswered(),
                                    now.aloneSince().map(Instant::toEpochMilli).orElse(0L));
        };
    }

    /// Reads a line whose checksum held; what cannot be read was written by another program.
    static Note read(String line) {
        List<String> words = List.of(line.split(" ", -1));
        Instant at = Instant.ofEpochMilli(Long.parseLong(words.get(1)));
        return switch (words.getFirst()) {
            case "drawn" ->
                    new Note.Drawn(at, (PurchaseRequest) request(Resource.PURCHASE, words.get(2)));
            case "settled" ->
                    new Note.Settled(
                            at,
                            number(words),
                            (PurchaseAnswer) answer(Resource.PURCHASE, words.get(3)));
            case "void-wanted" ->
                    new Note.VoidWanted(at, (VoidRequest) request(Resource.VOID, words.get(2)));
            case "void-ended" ->
                    new Note.VoidEnded(
                            at, number(words), (VoidAnswer) answer(Resource.VOID, words.get(3)));
            case "other-content" -> new Note.OtherContent(at, number(words));
            case "sold" -> new Note.Sold(at, sold(words.get(2)));
            case "receipted" ->
                    new Note.Receipted(at, number(words), RecordsAnswer.Fate.valueOf(words.get(3)));
            case "jumped" -> new Note.Jumped(at, number(words));
            case "switched" -> new Note.Switched(at, switchover(words));
            default -> throw new IllegalArgumentException("No note begins so: " + line);
        };
    }

    private static Switchover switchover(List<String> words) {
        long since = Long.parseLong(words.get(3));
        return new Switchover(
                Integer.parseInt(words.get(2)),
                since == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since)));
    }

    private static StoredRecord sold(String hex) {
        return ((RecordsRequest) request(Resource.RECORDS, hex)).records().getFirst();
    }

    private static long ms(Instant at) {
        return at.toEpochMilli();
    }

    private static long number(List<String> words) {
        return Long.parseLong(words.get(2));
    }

    private static String hex(Message message) {
        return HexFormat.of().formatHex(Codec.encode(message));
    }

    private static Request request(Resource resource, String hex) {
        return understood(Codec.decodeRequest(resource, List.of(), HexFormat.of().parseHex(hex)));
    }

    private static Answer answer(Resource resource, String hex) {
        return understood(
                Codec.decodeAnswer(
                        resource,
                        Code.CHANGED.value(),
                        Duration.ZERO,
                        HexFormat.of().parseHex(hex)));
    }

    private static <M extends Message> M understood(Decoded<M> decoded) {
        return switch (decoded) {
            case Decoded.Understood<M>(M message) -> message;
            case Decoded.Malformed<M>(String field, String reason) ->
                    throw new IllegalArgumentException(
                            "A note holds no message: %s: %s".formatted(field, reason));
        };
    }
}
