package onecard.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.Test;

class CodecTest {
    private static final PurchaseRequest PURCHASE =
            new PurchaseRequest(
                    1234,
                    Mode.FREE_AMOUNT,
                    new Instrument.Card(new CardUid("04A1B2C3"), false),
                    Money.ofCents(900),
                    Instant.ofEpochMilli(0x1999e1d7a40L),
                    1233);

    private static final PurchaseAnswer YES =
            new PurchaseAnswer(
                    new Approved(
                            Money.ofCents(810),
                            Money.ofCents(900),
                            Money.ofCents(90),
                            Money.ofCents(310),
                            Money.ofCents(500),
                            Money.ofCents(20_000),
                            Money.ZERO,
                            "张*",
                            42),
                    new Newest(5, 0, 7, false));

    @Test
    void a_purchase_is_the_bytes_of_the_javadoc() {
        assertThat(hex(Codec.encode(PURCHASE)))
                .isEqualTo(
                        "a6"
                                + "011904d2"
                                + "0201"
                                + "03a1014404a1b2c3"
                                + "04190384"
                                + "051b000001999e1d7a40"
                                + "061904d1");
    }

    @Test
    void an_approval_is_the_bytes_of_the_javadoc() {
        assertThat(hex(Codec.encode(YES)))
                .isEqualTo(
                        "ab"
                                + "0001"
                                + "0119032a"
                                + "02190384"
                                + "03185a"
                                + "04190136"
                                + "051901f4"
                                + "06194e20"
                                + "0700"
                                + "0864e5bca02a"
                                + "09182a"
                                + "17a3010502000307");
    }

    @Test
    void both_are_understood_again() {
        assertThat(Codec.decodeRequest(Resource.PURCHASE, List.of(), Codec.encode(PURCHASE)))
                .isEqualTo(new Decoded.Understood<Request>(PURCHASE));
        assertThat(
                        Codec.decodeAnswer(
                                Resource.PURCHASE,
                                Code.CHANGED.value(),
                                Duration.ZERO,
                                Codec.encode(YES)))
                .isEqualTo(new Decoded.Understood<Answer>(YES));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
