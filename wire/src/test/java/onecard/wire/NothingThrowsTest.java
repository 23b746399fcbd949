package onecard.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import onecard.wire.Decoded.Malformed;
import onecard.wire.Decoded.Understood;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing a stranger sends makes the decoder throw; and what the published CDDL allows, it
/// understands.
class NothingThrowsTest {
    private static final int ROUNDS = 60_000;

    /// Fields whose rules CDDL cannot say: sums, upward ranges.
    private static final List<String> BEYOND_CDDL =
            List.of("charged", "gross", "missing", "to-version", "to-minute", "zone");

    private final Cddl cddl = Cddl.published();
    private final Map<String, Integer> endings = new HashMap<>();

    @DisplayName("W-01 no bytes make the decoder of requests throw")
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 20260903})
    void no_bytes_make_the_decoder_of_requests_throw(long seed) {
        Random random = new Random(seed);
        AnyMessage any = new AnyMessage(random);
        Bytes bytes = new Bytes(random);
        for (int i = 0; i < ROUNDS; i++) {
            Request request = any.request();
            Resource resource = Codec.resource(request);
            byte[] body = bytes.spoilt(Codec.encode(request));
            Decoded<Request> decoded = Codec.decodeRequest(resource, bytes.query(request), body);
            note(decoded);
            if (decoded instanceof Malformed<Request>(String field, String reason)) {
                assertForbidden(Cddl.ruleOfRequest(resource), body, field, reason);
            }
        }
        assertThat(endings.get("understood")).isGreaterThan(ROUNDS / 20);
        assertThat(endings).as("different endings").hasSizeGreaterThan(25);
    }

    @DisplayName("W-01 no bytes make the decoder of answers throw")
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 20260904})
    void no_bytes_make_the_decoder_of_answers_throw(long seed) {
        Random random = new Random(seed);
        AnyMessage any = new AnyMessage(random);
        Bytes bytes = new Bytes(random);
        for (int i = 0; i < ROUNDS; i++) {
            Answer answer = any.answer();
            Resource resource = any.resourceOf(answer);
            int code = random.nextInt(40) == 0 ? random.nextInt(256) : Codec.code(answer).value();
            byte[] body = bytes.spoilt(Codec.encode(answer));
            Decoded<Answer> decoded =
                    Codec.decodeAnswer(resource, code, Duration.ofSeconds(60), body);
            note(decoded);
            if (Codec.code(answer).isSuccess()
                    && decoded instanceof Malformed<Answer>(String field, String reason)
                    && !field.equals("code")) {
                assertForbidden(Cddl.ruleOfAnswer(resource), body, field, reason);
            }
        }
        assertThat(endings.get("understood")).isGreaterThan(ROUNDS / 20);
        assertThat(endings).as("different endings").hasSizeGreaterThan(30);
    }

    private void note(Decoded<?> decoded) {
        String ending =
                switch (decoded) {
                    case Understood<?> _ -> "understood";
                    case Malformed<?>(String field, String reason) ->
                            field + reason.replaceAll("[0-9]+", "n");
                };
        endings.merge(ending, 1, Integer::sum);
    }

    /// A refusal must be one that the published CDDL, or a sentence beside it, announces.
    private void assertForbidden(String rule, byte[] body, String field, String reason) {
        if (body.length == 0
                || BEYOND_CDDL.contains(field)
                || reason.contains("nested")
                || reason.contains("at most")) {
            return;
        }
        CBORObject read;
        try {
            read = CBORObject.DecodeFromBytes(body);
        } catch (CBORException _) {
            return;
        }
        if (reason.contains("without a length")) {
            return;
        }
        assertThat(cddl.mismatch(rule, read))
                .as("%s: %s, refused for %s: %s", rule, read, field, reason)
                .isPresent();
    }

    /// Spoils bodies as networks, careless programs and strangers do.
    private static final class Bytes {
        private static final int[] HEADS = {
            0x00, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1f, 0x20, 0x3b, 0x40, 0x5b, 0x5f, 0x60,
            0x7b, 0x7f, 0x80, 0x9b, 0x9f, 0xa0, 0xbb, 0xbf, 0xc1, 0xc2, 0xd9, 0xdb, 0xe0, 0xf4,
            0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xff
        };

        private final Random random;

        Bytes(Random random) {
            this.random = random;
        }

        byte[] spoilt(byte[] body) {
            byte[] bytes = body.clone();
            for (int times = random.nextInt(4); times >= 0; times--) {
                bytes = once(bytes);
            }
            return bytes;
        }

        List<String> query(Request request) {
            return random.nextInt(4) == 0
                    ? List.of("since=" + new String(noise(random.nextInt(30)), ISO))
                    : Codec.query(request);
        }

        private static final Charset ISO = StandardCharsets.ISO_8859_1;

        private byte[] once(byte[] bytes) {
            int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            return switch (random.nextInt(9)) {
                case 0 -> noise(random.nextInt(80));
                case 1 -> Arrays.copyOf(bytes, at);
                case 2 -> with(bytes, at, (byte) random.nextInt(256));
                case 3 -> with(bytes, at, (byte) HEADS[random.nextInt(HEADS.length)]);
                case 4 -> joined(bytes, at, noise(1 + random.nextInt(9)), at);
                case 5 -> joined(bytes, at, new byte[0], Math.min(bytes.length, at + 1));
                case 6 -> joined(bytes, bytes.length, bytes, bytes.length);
                case 7 -> joined(bytes, at, Arrays.copyOf(bytes, random.nextInt(40)), at);
                default -> with(bytes, at, (byte) ((at < bytes.length ? bytes[at] : 0) + 1));
            };
        }

        private byte[] noise(int length) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        }

        private static byte[] with(byte[] bytes, int at, byte value) {
            byte[] changed = bytes.clone();
            if (at < changed.length) {
                changed[at] = value;
            }
            return changed;
        }

        private static byte[] joined(byte[] bytes, int to, byte[] middle, int from) {
            byte[] joined = new byte[to + middle.length + bytes.length - from];
            System.arraycopy(bytes, 0, joined, 0, to);
            System.arraycopy(middle, 0, joined, to, middle.length);
            System.arraycopy(bytes, from, joined, to + middle.length, bytes.length - from);
            return joined;
        }
    }
}
