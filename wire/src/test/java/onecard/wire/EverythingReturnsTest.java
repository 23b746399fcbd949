package onecard.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;
import java.time.Duration;
import java.util.Random;
import onecard.wire.Decoded.Understood;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever one side can say, the other understands, and so do two witnesses that share no code
/// with us: a second CBOR library and the published CDDL.
class EverythingReturnsTest {
    private static final int ROUNDS = 20_000;
    private static final CBOREncodeOptions SHORTEST =
            new CBOREncodeOptions("ctap2canonical=true;allowduplicatekeys=false");

    private final Cddl cddl = Cddl.published();

    @DisplayName("W-01 every request comes back as it was said")
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20260901, -77})
    void every_request_comes_back_as_it_was_said(long seed) {
        AnyMessage any = new AnyMessage(new Random(seed));
        for (int i = 0; i < ROUNDS; i++) {
            Request request = any.request();
            byte[] body = Codec.encode(request);
            Resource resource = Codec.resource(request);
            assertThat(Codec.decodeRequest(resource, Codec.query(request), body))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(new Understood<>(request));
            if (body.length > 0) {
                witness(Cddl.ruleOfRequest(resource), body);
            }
        }
    }

    @DisplayName("W-01 every answer comes back as it was said")
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 20260902, -78})
    void every_answer_comes_back_as_it_was_said(long seed) {
        AnyMessage any = new AnyMessage(new Random(seed));
        for (int i = 0; i < ROUNDS; i++) {
            Answer answer = any.answer();
            byte[] body = Codec.encode(answer);
            Resource resource = any.resourceOf(answer);
            Duration maxAge = Codec.maxAge(answer).orElse(Duration.ofSeconds(60));
            assertThat(Codec.decodeAnswer(resource, Codec.code(answer).value(), maxAge, body))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(new Understood<>(answer));
            if (Codec.code(answer).isSuccess() && body.length > 0) {
                witness(Cddl.ruleOfAnswer(resource), body);
            }
        }
    }

    private void witness(String rule, byte[] body) {
        CBORObject read = CBORObject.DecodeFromBytes(body, SHORTEST);
        assertThat(cddl.mismatch(rule, read)).as(rule + " of " + read).isEmpty();
        assertThat(read.EncodeToBytes(SHORTEST)).as("shortest form of " + read).isEqualTo(body);
    }
}
