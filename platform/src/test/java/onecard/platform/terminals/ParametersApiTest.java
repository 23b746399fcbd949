package onecard.platform.terminals;

import static onecard.platform.ModeSlot.slot;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.merchants.Merchants;
import onecard.vocabulary.SerialNo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Parameters as the console sets them; no terminal is there.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParametersApiTest {
    private static final String PARAMETERS = "/api/v1/terminals/parameters";

    private House house;
    private Browser administrator;
    private int made;

    @BeforeAll
    void prepare(House started) {
        house = started;
        administrator = house.administrator();
    }

    private int aTerminal() {
        made++;
        return house.asAdministrator(() ->
                house.bean(TerminalDesk.class)
                        .register(
                                new NewTerminal(
                                        new SerialNo("OC-7000" + made),
                                        Optional.empty(),
                                        "窗口" + made,
                                        house.bean(Merchants.class).add("食堂" + made).id(),
                                        Optional.empty()))
                        .terminal()
                        .id()
                        .value());
    }

    private JsonNode item(int id) {
        return administrator.get("/api/v1/terminals/" + id).json();
    }

    private String standing(int id) {
        return item(id).get("parameters").get("standing").asString();
    }

    private Browser.Answer send(int id, Map<String, ?> change) {
        return administrator.post(PARAMETERS, Map.of("terminalIds", List.of(id), "change", change));
    }

    @Test
    @DisplayName("M-104 Limits by time, count and amount are no parameters: they are refused here")
    void limits_are_no_parameters() {
        int id = aTerminal();
        for (String limit : List.of("dayLimitCents", "countPerDay", "purchaseLimitCents")) {
            assertThat(send(id, Map.of(limit, 1_000)).status()).as(limit).isEqualTo(400);
        }
        assertThat(standing(id)).isEqualTo("NONE");
    }

    @Test
    @DisplayName("M-098 M-103 What makes no sense is refused by the name of its field")
    void what_makes_no_sense_is_refused() {
        int id = aTerminal();
        refused(id, Map.of("mode", "FIXED_AMOUNT"), "fixedCents");
        refused(id, Map.of("repeatSeconds", 5_941), "change.repeatSeconds");
        refused(
                id,
                Map.of("slots", List.of(slot("13:00", "11:00", "COUNT", 0))),
                "change.slots[0].to");
        refused(
                id,
                Map.of("slots", List.of(slot("11:00", "13:00", "FIXED_AMOUNT", 0))),
                "change.slots[0].fixedCents");
        refused(
                id,
                Map.of(
                        "slots",
                        List.of(
                                slot("11:00", "13:00", "COUNT", 0),
                                slot("12:59", "14:00", "COUNT", 0))),
                "change.slots[1].from");
        assertThat(
                        administrator
                                .post(PARAMETERS, Map.of("change", Map.of("mode", "COUNT")))
                                .status())
                .as("nobody is chosen")
                .isEqualTo(422);
        assertThat(standing(id)).isEqualTo("NONE");
    }

    private void refused(int id, Map<String, ?> change, String field) {
        var answer = send(id, change);
        assertThat(answer.status()).as(change.toString()).isEqualTo(422);
        assertThat(answer.text()).contains(field);
    }

    @Test
    @DisplayName("M-098 Parameters are set for a merchant and for all; the audit trail tells")
    void for_a_merchant_and_for_all() {
        int id = aTerminal();
        int merchant = item(id).get("merchantId").asInt();
        int before = administrator.get(PARAMETERS).json().get("items").size();
        assertThat(
                        administrator
                                .post(
                                        PARAMETERS,
                                        Map.of(
                                                "merchantId",
                                                merchant,
                                                "change",
                                                Map.of("heartbeatSeconds", 31)))
                                .json()
                                .get("terminals")
                                .asInt())
                .isPositive();
        assertThat(standing(id)).isEqualTo("WAITING");
        assertThat(administrator.get(PARAMETERS).json().get("items").size()).isGreaterThan(before);
        assertThat(
                        administrator
                                .post(
                                        PARAMETERS,
                                        Map.of(
                                                "all",
                                                true,
                                                "change",
                                                Map.of("heartbeatSeconds", 32)))
                                .status())
                .isEqualTo(200);
        for (JsonNode item : administrator.get(PARAMETERS).json().get("items")) {
            assertThat(item.get("values").get("heartbeatSeconds").asInt()).isEqualTo(32);
        }
    }

    @Test
    @DisplayName("M-098 W-01 Who sent which parameters is in the audit trail")
    void the_audit_trail_tells() {
        int id = aTerminal();
        assertThat(send(id, Map.of("heartbeatSeconds", 30)).status()).isEqualTo(200);
        assertThat(
                        house.database()
                                .asOwner()
                                .sql(
                                        "select count(*) from system.audit where action ="
                                                + " 'terminals.parameters-set' and subject like"
                                                + " :serial")
                                .param("serial", "%" + item(id).get("serial").asString() + "%")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }
}
