package onecard.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import onecard.wire.Decoded.Malformed;
import onecard.wire.Decoded.Understood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused, and by which name the diagnostic calls it. `card` stands for an instrument.
class RefusedBytesTest {
    private static final String CARD = "a1014404a1b2c3";

    @ParameterizedTest(name = "{0}: {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing                      | ''                                                             | ''         | empty
                    a number                     | 01                                                             | ''         | a CBOR map is expected
                    an array                     | 80                                                             | ''         | a CBOR map is expected
                    an empty map                 | a0                                                             | seq        | missing
                    cut short                    | a1011904                                                       | ''         | cut short
                    bytes after the end          | a5 0101 0201 03card 0401 0500 00                               | ''         | 1 bytes after the end
                    a key twice                  | a6 0101 0102 0201 03card 0401 0500                             | ''         | key 1 comes twice
                    a key twice, long form       | a6 0101 18010102 01 03card 0401 0500                           | ''         | key
                    a text as key                | a1 6131 01                                                     | ''         | a key is an integer
                    a negative key               | a1 20 01                                                       | ''         | a key is an integer
                    a key too large              | a1 1a00010000 01                                               | ''         | a key is an integer
                    a map longer than the rest   | bb7fffffffffffffff                                             | ''         | longer than the message
                    a map longer than 2^63       | bbffffffffffffffff                                             | ''         | longer than the message
                    an array longer than it      | a1019b7fffffffffffffff                                         | ''         | longer than the message
                    a byte string of 2^62        | a1015b4000000000000000                                         | ''         | cut short
                    a byte string of 2^64 - 1    | a1015bffffffffffffffff                                         | ''         | cut short
                    a text of 2^32               | a1017b0000000100000000                                         | ''         | cut short
                    nested too deep              | a1188181818181818181818181818181 00                            | ''         | nested deeper
                    a reserved length            | a1011c                                                         | ''         | a reserved length
                    an endless integer           | a1011f                                                         | ''         | without a length
                    a string in pieces           | a1015f4101ff                                                   | ''         | without a length
                    an endless map, cut          | bf0101                                                         | ''         | cut short
                    a tag                        | a101c101                                                       | ''         | a tag
                    a tag inside what is skipped | a6 0101 0201 03card 0401 0500 1864 d8184100                    | ''         | a tag
                    an unknown simple value      | a101e0                                                         | ''         | a simple value
                    a long simple value          | a101f8ff                                                       | ''         | a simple value
                    a break out of place         | a101ff                                                         | ''         | a simple value
                    a text that is not UTF-8     | a10162c328                                                     | ''         | not UTF-8
                    number 0                     | a5 0100 0201 03card 0401 0500                                  | seq        | expected 1 to 4294967295, got 0
                    a number below 0             | a5 0120 0201 03card 0401 0500                                  | seq        | got -1
                    a number beyond 32 bits      | a5 011b0000000100000000 0201 03card 0401 0500                  | seq        | got 4294967296
                    a number beyond 63 bits      | a5 011bffffffffffffffff 0201 03card 0401 0500                  | seq        | expected an integer, got an integer beyond 64 bits
                    a number as fraction         | a5 01f93c00 0201 03card 0401 0500                              | seq        | expected an integer, got a fraction
                    a number as text             | a5 016131 0201 03card 0401 0500                                | seq        | expected an integer, got a text
                    no number (null)             | a5 01f6 0201 03card 0401 0500                                  | seq        | expected an integer, got null
                    mode 0                       | a5 0101 0200 03card 0401 0500                                  | mode       | expected 1 to 3, got 0
                    mode 4                       | a5 0101 0204 03card 0401 0500                                  | mode       | expected 1 to 3, got 4
                    price 0                      | a5 0101 0201 03card 0400 0500                                  | amount     | expected 1 to 9999999, got 0
                    a price below 0              | a5 0101 0201 03card 0420 0500                                  | amount     | got -1
                    a price above the highest    | a5 0101 0201 03card 041a00989680 0500                          | amount     | got 10000000
                    count mode with a price      | a5 0101 0203 03card 0401 0500                                  | amount     | expected 0 to 0, got 1
                    a time before 1970           | a5 0101 0201 03card 0401 0520                                  | time       | got -1
                    a time after the year 9999   | a5 0101 0201 03card 0401 051b0000e677d21fdc00                  | time       | got 253402300800000
                    no instrument                | a4 0101 0201 0401 0500                                         | instrument | missing, key 3
                    an instrument as bytes       | a5 0101 0201 034404a1b2c3 0401 0500                            | instrument | expected a map, got a byte string
                    an empty instrument          | a5 0101 0201 03a0 0401 0500                                    | instrument | expected one of
                    two instruments              | a5 0101 0201 03a2014404a1b2c3076178 0401 0500                  | instrument | expected one of
                    a card of 3 bytes            | a5 0101 0201 03a1014304a1b2 0401 0500                          | uid        | expected 4, 7 or 10 bytes, got 3
                    a card as text               | a5 0101 0201 03a101683034413142324333 0401 0500                | uid        | expected a byte string, got a text
                    emulated as number           | a5 0101 0201 03a2014404a1b2c30201 0401 0500                    | emulated   | expected true or false
                    a face without a score       | a5 0101 0201 03a1036131 0401 0500                              | score      | missing
                    a face too sure              | a5 0101 0201 03a20361310418 65 0401 0500                       | score      | expected 0 to 100, got 101
                    an empty person number       | a5 0101 0201 03a205600666313233343536 0401 0500                | person-no  | expected 1 to 32 characters, got 0
                    a NUL in a person number     | a5 0101 0201 03a20561000666313233343536 0401 0500              | person-no  | control characters
                    a PIN of five                | a5 0101 0201 03a20561310665 3132333435 0401 0500               | pin        | expected 6 to 6 characters, got 5
                    a PIN with a letter          | a5 0101 0201 03a20561310666 313233343561 0401 0500             | pin        | expected digits
                    an empty pay code            | a5 0101 0201 03a10760 0401 0500                                | token      | expected 1 to 128
                    a settled number too large   | a6 0101 0201 03card 0401 0500 061b0000000100000000             | highest-settled | got 4294967296
                    """)
    void a_purchase_is_refused_by_the_name_of_its_first_wrong_field(
            String what, String hex, String field, String reason) {
        Decoded<Request> decoded = Codec.decodeRequest(Resource.PURCHASE, List.of(), bytes(hex));
        assertThat(decoded).as(what).isInstanceOf(Malformed.class);
        Malformed<Request> malformed = (Malformed<Request>) decoded;
        assertThat(malformed.field()).as(what).isEqualTo(field);
        assertThat(malformed.reason()).as(what).contains(reason);
    }

    @ParameterizedTest(name = "{0} {1}: {3}: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    VOID    | no reason             | a1 0101                            | reason        | missing
                    VOID    | reason 3              | a2 0101 0703                       | reason        | expected 1 to 2, got 3
                    RECORDS | no records            | a1 0c80                            | records       | expected 1 to 50 elements, got 0
                    RECORDS | a record as number    | a1 0c8101                          | records       | expected maps in the array, got an integer
                    RECORDS | a part that is absent | a1 0c81a6 0101 0201 03card 0401 0500 0ba10101 | cash-part | missing
                    RECORDS | parts that differ     | a1 0c81a6 0101 0201 03card 0401 0500 0ba40101040105010900 | charged | do not add up
                    RECORDS | parts that overflow   | a1 0c81a6 0101 0201 03card 0401 0500 0ba40121041b7fffffffffffffff051b7fffffffffffffff0900 | charged | do not add up
                    STATE   | no clock              | aa 0100 0200 0300 0400 0500 0760 0900 0a00 0b00 181900 | clock | missing
                    HINT    | no versions           | a1 17a0                            | newest-parameters | missing
                    HINT    | versions as array     | a1 1780                            | newest        | expected a map, got an array
                    """)
    void other_requests_are_refused_alike(
            Resource resource, String what, String hex, String field, String reason) {
        assertThat(Codec.decodeRequest(resource, List.of(), bytes(hex)))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> {
                            assertThat(malformed.field()).as(what).isEqualTo(field);
                            assertThat(malformed.reason()).as(what).contains(reason);
                        });
    }

    @Test
    void a_body_longer_than_the_resource_takes_is_not_even_looked_at() {
        for (Resource resource : Resource.values()) {
            assertThat(
                            Codec.decodeRequest(
                                    resource, List.of(), new byte[resource.maxRequestBytes() + 1]))
                    .as("%s", resource)
                    .isEqualTo(
                            new Malformed<>(
                                    "",
                                    "%d bytes, at most %d"
                                            .formatted(
                                                    resource.maxRequestBytes() + 1,
                                                    resource.maxRequestBytes())));
        }
    }

    @Test
    void fifty_of_the_longest_records_fit_into_a_batch() {
        StoredRecord longest =
                new StoredRecord(
                        PurchaseId.SEQ_MAX,
                        Mode.FREE_AMOUNT,
                        new Instrument.QrToken("张".repeat(Limits.MAX_TOKEN_CHARS)),
                        Money.ofCents(Limits.MAX_PRICE_CENTS),
                        Instant.ofEpochMilli(Limits.MAX_TIME_MILLIS),
                        true,
                        true,
                        true,
                        Optional.of(
                                new StoredRecord.Decided(
                                        Money.ofCents(1L << 62),
                                        Money.ofCents(1L << 61),
                                        Money.ofCents(1L << 61),
                                        Long.MAX_VALUE)));
        RecordsRequest batch = new RecordsRequest(Collections.nCopies(Limits.MAX_RECORDS, longest));
        assertThat(Codec.encode(batch)).hasSizeLessThan(Limits.MAX_RECORDS_BYTES);
        assertThat(Codec.decodeRequest(Resource.RECORDS, List.of(), Codec.encode(batch)))
                .isEqualTo(new Understood<>(batch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=", "since=-1", "since=1e3", "since=9999999999999999999"})
    void a_list_is_refused_for_a_version_that_is_none(String option) {
        assertThat(Codec.decodeRequest(Resource.BLOCK_LIST, List.of(option), new byte[0]))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void a_list_without_a_version_is_the_whole_list() {
        assertThat(Codec.decodeRequest(Resource.BLOCK_LIST, List.of("x=1"), new byte[0]))
                .isEqualTo(new Understood<>(new ListRequest(ListKind.BLOCK, 0)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    keys in another order      | a5 0500 0401 03card 0201 0101
                    an endless map             | bf 0101 0201 03bf014404a1b2c3ff 0401 0500 ff
                    numbers in a long form     | a5 011b0000000000000001 0201 03card 041a00000001 0500
                    a key in a long form       | a5 180101 0201 03card 0401 0500
                    unknown keys of every kind | ad 0101 0201 03card 0401 0500 1864a10102 1865820102 18664100 18676161 1868f97e00 1869f6 186af7 186b3bffffffffffffffff
                    """)
    void what_only_looks_different_is_understood(String what, String hex) {
        assertThat(Codec.decodeRequest(Resource.PURCHASE, List.of(), bytes(hex)))
                .as(what)
                .isEqualTo(
                        Codec.decodeRequest(
                                Resource.PURCHASE,
                                List.of(),
                                bytes("a5 0101 0201 03card 0401 0500")))
                .isInstanceOf(Understood.class);
    }

    @Test
    void a_refusal_never_repeats_a_secret() {
        String pin = "31323334353661";
        Decoded<Request> decoded =
                Codec.decodeRequest(
                        Resource.PURCHASE,
                        List.of(),
                        bytes("a5 0101 0201 03a205613106 67" + pin + " 0401 0500"));
        assertThat(decoded.toString()).doesNotContain("123456");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x40, 0x41, 0x46, 0x82, 0xA4, 255, -1, 1000})
    void a_code_outside_the_protocol_is_no_answer(int code) {
        assertThat(Codec.decodeAnswer(Resource.PURCHASE, code, Duration.ZERO, new byte[0]))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void a_failure_cannot_forge_a_line_of_a_log() {
        assertThat(
                        Codec.decodeAnswer(
                                Resource.PURCHASE,
                                Code.BAD_REQUEST.value(),
                                Duration.ZERO,
                                "amount: no\r\nFAKE\u0085".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Understood<Answer>(new Failure.BadRequest("amount", "noFAKE")));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace("card", CARD).replace(" ", ""));
    }
}
