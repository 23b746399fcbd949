package onecard.simulator;

import java.time.Duration;
import java.util.HexFormat;
import onecard.wire.Answer;
import onecard.wire.Code;
import onecard.wire.Codec;
import onecard.wire.Decoded;
import onecard.wire.Resource;

/// A line of a journal that keeps an answer as it travelled: a word and the body in hex, `BLOCK
/// a501…`.
final class AnswerLine {
    private AnswerLine() {}

    static String of(String word, Answer answer) {
        return word + " " + HexFormat.of().formatHex(Codec.encode(answer));
    }

    static String word(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    static <A extends Answer> A read(String line, Resource resource, Class<A> expected) {
        return switch (Codec.decodeAnswer(
                resource,
                Code.CONTENT.value(),
                Duration.ZERO,
                HexFormat.of().parseHex(line.substring(line.indexOf(' ') + 1)))) {
            case Decoded.Understood<Answer>(Answer answer) -> expected.cast(answer);
            case Decoded.Malformed<Answer>(String field, String reason) ->
                    throw new IllegalArgumentException(
                            "A line holds no answer: %s: %s".formatted(field, reason));
        };
    }
}
