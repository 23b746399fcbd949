package onecard.wire.adms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onecard.vocabulary.SerialNo;
import onecard.wire.adms.AdmsDecoded.Malformed;
import onecard.wire.adms.AdmsDecoded.NoSuchPath;
import onecard.wire.adms.AdmsDecoded.Understood;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What devices send, in the frames of the maker's document.
class AdmsReaderTest {
    private static final String SERIAL = "CGK4204560012";
    private static final Charset GB2312 = Charset.forName("GB2312");

    private static final List<String> TARGETS =
            List.of(
                    "/iclock/cdata?SN=" + SERIAL + "&table=ATTLOG",
                    "/iclock/cdata?SN=" + SERIAL + "&table=OPERLOG",
                    "/iclock/cdata?SN=" + SERIAL + "&table=ERRORLOG",
                    "/iclock/cdata?SN=" + SERIAL + "&table=options",
                    "/iclock/getrequest?INFO=1,2,3,4&SN=" + SERIAL,
                    "/iclock/devicecmd?SN=" + SERIAL);

    private static final List<String> BODIES =
            List.of(
                    "1\t2015-07-30 15:16:28\t0\t1\n",
                    "USER PIN=1\tName=张\tPri=99999999999\tCard=[FFFFFFFFFFFFFFFF]\n",
                    "BIOPHOTO PIN=1\tSize=9\tContent=AA\nOPLOG 1\t2\t2015-01-01 00:00:00\n",
                    "ERRORLOG ErrCode=D01E0001\tDataOrigin=cmd\tCmdId=1\n",
                    "ID=1&Return=0&CMD=DATA\n",
                    "a=b,c=%=,=,~x=y\n");

    @Test
    @DisplayName("W-18 a device begins and says which version it speaks, in either ending")
    void a_device_begins() {
        for (String path : List.of("/iclock/cdata", "/iclock/cdata.aspx", "/iClock/CData")) {
            assertThat(
                            get(
                                    path
                                            + "?options=all&pushver=2.4.1&DeviceType=att&language=83&SN="
                                            + SERIAL))
                    .isEqualTo(heard(new AdmsRequest.Hello("2.4.1", Optional.of(83))));
        }
        assertThat(get("/iclock/cdata?SN=" + SERIAL))
                .isEqualTo(heard(new AdmsRequest.Hello("2.2.14", Optional.empty())));
    }

    @Test
    @DisplayName("W-18 an odd target is read: doubled &, escapes, signs nobody escaped")
    void an_odd_target_is_read() {
        assertThat(
                        get(
                                "/iclock/getrequest?SN=%43GK4204560012&&INFO=Ver 8.0.1,12,0,345,10.0.0.9,10"))
                .isEqualTo(
                        heard(
                                new AdmsRequest.Poll(
                                        Optional.of(
                                                new DeviceInfo(
                                                        "Ver 8.0.1",
                                                        Optional.of(12),
                                                        Optional.of(345),
                                                        Optional.empty())))));
        assertThat(get("/iclock/ping?SN=" + SERIAL + "&x=%G1%"))
                .isEqualTo(heard(new AdmsRequest.Ping()));
    }

    @Test
    @DisplayName("W-18 who was recognised is read line by line; a bad line spoils no other")
    void attendance_is_read() {
        String body =
                """
                1452\t2015-07-30 15:16:28\t0\t15\t0\t0\t0\r
                1453\tyesterday\t0\t1

                A-7\t2015-02-28 00:00:00
                9\t2015-02-30 00:00:00\t0\t1
                """;
        assertThat(post("cdata", "&table=ATTLOG&Stamp=9999", body))
                .isEqualTo(
                        heard(
                                new AdmsRequest.Attendances(
                                        new AdmsRequest.Lines<>(
                                                List.of(
                                                        new Attendance(
                                                                "1452",
                                                                LocalDateTime.of(
                                                                        2015, 7, 30, 15, 16, 28),
                                                                0,
                                                                Attendance.FACE),
                                                        new Attendance(
                                                                "A-7",
                                                                LocalDateTime.of(2015, 2, 28, 0, 0),
                                                                0,
                                                                0)),
                                                2))));
    }

    @Test
    @DisplayName("W-18 names come in GB2312 or UTF-8, contain blanks, and only TAB ends them")
    void names_are_read() {
        String line = "USER PIN=36234\tName=张 三\tPri=0\tPasswd=\tCard=[15CD5B07]\tGrp=1\n";
        var user = new Operation.User("36234", "张 三", 0, Optional.of(123_456_789L));
        for (Charset charset : List.of(GB2312, StandardCharsets.UTF_8)) {
            assertThat(post("cdata.aspx", "&table=OPERLOG", line.getBytes(charset)))
                    .isEqualTo(
                            heard(
                                    new AdmsRequest.Operations(
                                            new AdmsRequest.Lines<>(List.of(user), 0))));
        }
    }

    @Test
    @DisplayName("W-18 pictures a device sends are counted and let go")
    void pictures_are_let_go() {
        String body =
                """
                OPLOG 4\t14\t2015-07-30 10:22:34\t0\t0\t0\t0
                BIOPHOTO PIN=123\tFileName=123.jpg\tType=9\tSize=8\tContent=AAAAAAAA
                FP PIN=1\tFID=0\tTMP=secret
                """;
        assertThat(post("cdata", "&table=OPERLOG", body))
                .isEqualTo(
                        heard(
                                new AdmsRequest.Operations(
                                        new AdmsRequest.Lines<>(
                                                List.of(
                                                        new Operation.Done(
                                                                4,
                                                                "14",
                                                                LocalDateTime.of(
                                                                        2015, 7, 30, 10, 22, 34)),
                                                        new Operation.Picture("BIOPHOTO", "123", 8),
                                                        new Operation.Other("FP")),
                                                0))))
                .asString()
                .doesNotContain("AAAA", "secret");
        assertThat(post("cdata", "&table=BIODATA", "BIODATA Pin=1\tTmp=secret"))
                .isEqualTo(heard(new AdmsRequest.Unkept("BIODATA")));
        assertThat(post("cdata", "&table=ATTPHOTO", "PIN=1.jpg\nSN=1\nsize=3\n\0\377\330\377"))
                .isEqualTo(heard(new AdmsRequest.Unkept("ATTPHOTO")));
    }

    @Test
    @DisplayName("W-18 a fault names its command and what is wrong with the face")
    void a_fault_names_its_command() {
        byte[] documented =
                "ERRORLOG ErrCode=D01E0001\tErrMsg=\tDataOrigin=cmd\tCmdId=123\tAdditional=\n"
                        .getBytes(StandardCharsets.US_ASCII);
        assertThat(documented).hasSize(71);
        var fault = new DeviceFault("D01E0001", "", Optional.of("123"), "");
        assertThat(post("cdata", "&table=ERRORLOG", documented))
                .isEqualTo(
                        heard(new AdmsRequest.Faults(new AdmsRequest.Lines<>(List.of(fault), 0))));
        assertThat(fault.face()).contains(FaceFault.NO_FACE);
        assertThat(LineReader.fault("ERRORLOG ErrCode=D01E0004\tDataOrigin=dev\tCmdId=5"))
                .contains(new DeviceFault("D01E0004", "", Optional.empty(), ""));
    }

    @Test
    @DisplayName("W-18 results come several in one post")
    void results_come_several_in_one_post() {
        String body = "ID=2&Return=0&CMD=DATA UPDATE\nID=3&&Return=-1006&CMD=DATA\nCMD=INFO\n";
        assertThat(post("devicecmd", "", body))
                .isEqualTo(
                        heard(
                                new AdmsRequest.Results(
                                        new AdmsRequest.Lines<>(
                                                List.of(
                                                        new CommandResult("2", 0, "DATA UPDATE"),
                                                        new CommandResult("3", -1006, "DATA")),
                                                1))));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("W-18 what a number in a result means")
    @CsvSource({
        "0, DONE",
        "17, DONE",
        "-2, SIZE_DIFFERS",
        "-1001, FULL",
        "-1002, UNSUPPORTED",
        "-1004, NOT_CONFIGURED",
        "-1005, BUSY",
        "-1006, TOO_LONG",
        "-77, OTHER",
        "-2147483648, OTHER"
    })
    void what_a_number_means(int code, ReturnCode meaning) {
        assertThat(ReturnCode.of(code)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @DisplayName("W-18 what is not offered is no path, and who gives no serial number is nobody")
    @ValueSource(strings = {"/iclock/registry", "/iclock/push", "/iclock/exchange", "/", "", "?"})
    void what_is_not_offered_is_no_path(String path) {
        assertThat(get(path + "?SN=" + SERIAL)).isEqualTo(new NoSuchPath());
        assertThat(AdmsReader.read("DELETE", "/iclock/ping?SN=" + SERIAL, new byte[0]))
                .isEqualTo(new NoSuchPath());
        assertThat(get("/iclock/getrequest?SN=a b' or 1")).isInstanceOf(Malformed.class);
        assertThat(get("/iclock/cdata")).isInstanceOf(Malformed.class);
        assertThat(post("cdata", "", "x")).isInstanceOf(Malformed.class);
        assertThat(post("cdata", "&table=../etc", "x")).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @DisplayName("W-18 nothing a stranger sends makes the reader throw")
    @ValueSource(longs = {11, 20261124})
    void nothing_makes_the_reader_throw(long seed) {
        var random = new Random(seed);
        int understood = 0;
        for (int round = 0; round < 40_000; round++) {
            byte[] body =
                    spoilt(
                            random,
                            BODIES.get(random.nextInt(BODIES.size()))
                                    .getBytes(
                                            random.nextBoolean()
                                                    ? GB2312
                                                    : StandardCharsets.UTF_8));
            byte[] target =
                    TARGETS.get(random.nextInt(TARGETS.size()))
                            .getBytes(StandardCharsets.ISO_8859_1);
            byte[] sent = random.nextInt(4) == 0 ? spoilt(random, target) : target;
            AdmsDecoded decoded =
                    AdmsReader.read(
                            random.nextInt(5) == 0 ? "GET" : "POST",
                            new String(sent, StandardCharsets.ISO_8859_1),
                            body);
            understood += decoded instanceof Understood ? 1 : 0;
        }
        assertThat(understood).isBetween(20_000, 39_999);
    }

    private static byte[] spoilt(Random random, byte[] good) {
        byte[] bytes = good.clone();
        for (int hit = random.nextInt(4); hit > 0; hit--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static Understood heard(AdmsRequest request) {
        return new Understood(new SerialNo(SERIAL), request);
    }

    private static AdmsDecoded get(String target) {
        return AdmsReader.read("GET", target, new byte[0]);
    }

    private static AdmsDecoded post(String path, String query, String body) {
        return post(path, query, body.getBytes(StandardCharsets.UTF_8));
    }

    private static AdmsDecoded post(String path, String query, byte[] body) {
        return AdmsReader.read("POST", "/iclock/" + path + "?SN=" + SERIAL + query, body);
    }
}
