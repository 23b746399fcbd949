package onecard.platform.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.merchants.Merchants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardIssuersTest {
    private static final String PATH = "/api/v1/card-issuers";

    private House house;
    private Browser browser;

    @BeforeAll
    void prepare(House started) {
        house = started;
        browser = house.administrator();
    }

    private Browser.Answer register(Object no, String name, String model) {
        return browser.post(PATH, Map.of("no", no, "name", name, "model", model));
    }

    private Browser.Answer change(int no, long revision, Map<String, ?> what) {
        Browser.Answer answer = browser.patch(PATH + "/" + no, "\"" + revision + "\"", what);
        browser.without("If-Match");
        return answer;
    }

    private JsonNode listed(int no) {
        return StreamSupport.stream(browser.get(PATH).json().get("items").spliterator(), false)
                .filter(item -> item.get("no").asInt() == no)
                .findFirst()
                .orElseThrow();
    }

    private Browser.Answer tell(int no, Map<String, ?> what) {
        return browser.post(PATH + "/" + no + "/sign", what);
    }

    private static String wrongField(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.json().get("errors").get(0).get("field").asString();
    }

    @Test
    @DisplayName("M-088 M-089 issuer 00 stands in the predefined one-card settlement centre")
    void issuer_00_is_there_from_the_beginning() {
        JsonNode first = browser.get(PATH).json().get("items").get(0);
        assertThat(first.get("no").asInt()).isZero();
        assertThat(first.get("place").asString()).isEqualTo("SETTLEMENT_CENTRE");
        assertThat(first.get("purpose").asString()).isEqualTo("ISSUER");
        assertThat(first.get("link").asString()).isEqualTo("USB");
        assertThat(first.get("model").asString()).isEqualTo("ER-906");
        Browser.Answer removed = browser.delete(PATH + "/0");
        assertThat(removed.status()).isEqualTo(409);
        assertThat(removed.text()).contains("card-issuer-predefined").contains("00");
    }

    @Test
    @DisplayName("M-089 an issuer is registered with number, name, purpose, model, link and place")
    void an_issuer_is_registered_changed_and_removed() {
        Browser.Answer added = register(7, " 二号窗口 ", "ER-906CV");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().get("name").asString()).isEqualTo("二号窗口");
        assertThat(listed(7).get("model").asString()).isEqualTo("ER-906CV");
        assertThat(listed(7).get("place").asString()).isEqualTo("SETTLEMENT_CENTRE");
        assertThat(change(7, 1, Map.of("name", "三号窗口")).json().get("model").asString())
                .isEqualTo("ER-906CV");
        assertThat(change(7, 1, Map.of("model", "ACR122U")).status()).isEqualTo(412);
        assertThat(listed(7).get("name").asString()).isEqualTo("三号窗口");
        assertThat(browser.delete(PATH + "/7").status()).isEqualTo(204);
        assertThat(browser.delete(PATH + "/7").status()).isEqualTo(404);
        assertThat(change(7, 2, Map.of("name", "x")).status()).isEqualTo(404);
        assertThat(
                        house.database()
                                .asOwner()
                                .sql(
                                        "select action from system.audit where subject like 'card issuer 07%' order by id")
                                .query((row, _) -> row.getString("action"))
                                .list())
                .containsExactly(
                        "terminals.issuer-registered",
                        "terminals.issuer-changed",
                        "terminals.issuer-removed");
    }

    @Test
    @DisplayName("D-27 issuers have numbers of their own, 00 to 99, beside those of terminals")
    void issuers_have_numbers_of_their_own() {
        int merchant =
                house.asAdministrator(() -> house.bean(Merchants.class).add("一食堂")).id().value();
        Map<String, ?> terminal =
                Map.of(
                        "serial",
                        "OC-20011",
                        "machineNo",
                        11,
                        "name",
                        "11 号机",
                        "merchantId",
                        merchant);
        assertThat(browser.post("/api/v1/terminals", terminal).status()).isEqualTo(201);
        assertThat(register(11, "十一号", "ER-906").status()).isEqualTo(201);
        assertThat(wrongField(register(11, "又一个", "ER-906"))).isEqualTo("no");
        assertThat(wrongField(register(0, "又一个", "ER-906"))).isEqualTo("no");
        assertThat(register(99, "最后一个", "ER-906").status()).isEqualTo(201);
    }

    @ParameterizedTest(name = "{0} “{1}” “{2}”: {3}")
    @DisplayName("M-089 what an issuer cannot be is refused with the field that is wrong")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"100,a,b,no", "-1,a,b,no", "50,,b,name", "50, ,b,name", "50,a,,model"})
    void bad_issuers_are_refused(int no, String name, String model, String field) {
        String given = name == null ? "" : name;
        assertThat(wrongField(register(no, given, model == null ? "" : model))).isEqualTo(field);
        assertThat(wrongField(register(50, "x".repeat(61), "b"))).isEqualTo("name");
    }

    @Test
    @DisplayName("M-089 the list comes in pieces")
    void the_list_comes_in_pieces() {
        register(21, "甲", "ER-906");
        register(22, "乙", "ER-906");
        JsonNode page = browser.get(PATH + "?after=20&limit=1").json();
        assertThat(page.get("items").get(0).get("no").asInt()).isEqualTo(21);
        assertThat(page.get("next").asString()).isEqualTo("21");
        JsonNode rest = browser.get(PATH + "?after=21&limit=1").json();
        assertThat(rest.get("items").get(0).get("no").asInt()).isEqualTo(22);
    }

    @Test
    @DisplayName("M-090 an issuer shows whether its reader is connected, and that it fell silent")
    void the_desk_tells_of_its_reader() {
        register(31, "卡务", "ER-906");
        assertThat(listed(31).get("state").asString()).isEqualTo("NEVER_HEARD");
        Map<String, ?> well =
                Map.of("reader", "LISTENING", "name", "ER-906 00 00", "bridge", "0.1.0");
        assertThat(tell(31, well).status()).isEqualTo(204);
        JsonNode heard = listed(31);
        assertThat(heard.get("state").asString()).isEqualTo("CONNECTED");
        assertThat(heard.get("reader").asString()).isEqualTo("ER-906 00 00");
        assertThat(heard.get("bridge").asString()).isEqualTo("0.1.0");
        tell(31, Map.of("reader", "NO_READER", "bridge", "0.1.0"));
        assertThat(listed(31).get("state").asString()).isEqualTo("NO_READER");
        assertThat(listed(31).has("reader")).isFalse();
        tell(31, Map.of("reader", "NO_SERVICE"));
        assertThat(listed(31).get("state").asString()).isEqualTo("NO_SERVICE");
        house.clock().pass(Duration.ofSeconds(151));
        assertThat(listed(31).get("state").asString()).isEqualTo("SILENT");
        assertThat(listed(31).has("lastHeardAt")).isTrue();
    }

    @Test
    @DisplayName("M-090 what says nothing new is not written each time; strange words are refused")
    void signs_are_bounded() {
        register(41, "卡务二", "ER-906");
        Map<String, ?> same = Map.of("reader", "LISTENING", "name", "A");
        tell(41, same);
        String first = listed(41).get("lastHeardAt").asString();
        house.clock().pass(Duration.ofSeconds(5));
        tell(41, same);
        assertThat(listed(41).get("lastHeardAt").asString()).isEqualTo(first);
        tell(41, Map.of("reader", "LISTENING", "name", "B"));
        assertThat(listed(41).get("reader").asString()).isEqualTo("B");
        house.clock().pass(Duration.ofSeconds(21));
        tell(41, same);
        assertThat(listed(41).get("lastHeardAt").asString()).isNotEqualTo(first);
        assertThat(wrongField(tell(41, Map.of("reader", "LISTENING", "name", "x".repeat(121)))))
                .isEqualTo("name");
        assertThat(wrongField(tell(41, Map.of("reader", "LISTENING", "bridge", "a\u0000"))))
                .isEqualTo("bridge");
        assertThat(tell(41, Map.of("reader", "ON_FIRE")).status()).isBetween(400, 422);
        assertThat(tell(98, same).status()).as("one that is gone meanwhile").isEqualTo(204);
        assertThat(tell(100, same).status()).isEqualTo(404);
        List<Integer> rows =
                house.database()
                        .asOwner()
                        .sql(
                                "select issuer from terminals.card_issuer_sign where issuer in (41, 98)")
                        .query((row, _) -> row.getInt("issuer"))
                        .list();
        assertThat(rows).containsExactly(41);
    }
}
