package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onecard.platform.PlatformTest;
import onecard.platform.cards.CardCentre;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddRecordsTest extends RecordsScene {
    @Test
    @DisplayName("M-109 A clerk settles an odd record with a note, once, and it is audited")
    void an_odd_record_is_settled() {
        Instant now = site.at("2026-03-17 11:30:00");
        var eater = site.eater("卫五", 1_00, 0);
        var till = till();
        report(till, sold(1, eater.card(), 4_00, now), sold(2, NOBODYS, 5_00, now));
        var clerk = site.hires("odd", "CLERK", "en", List.of(canteen.id().value()));
        String list = "/api/v1/follow-ups?terminalId=" + till.id().value();
        var open = clerk.get(list + "&open=true").json().get("items");
        assertThat(open).hasSize(2);
        assertThat(open.get(0).get("fate").asString()).isEqualTo("DISPUTED");
        assertThat(open.get(0).get("cardUid").asString()).isEqualTo(NOBODYS.hex());
        var overdrawn = open.get(1);
        assertThat(overdrawn.get("personName").asString()).isEqualTo("卫五");
        assertThat(overdrawn.get("cashAfterCents").longValue()).isEqualTo(-3_00);
        assertThat(overdrawn.get("terminalSerial").asString()).isEqualTo(till.serial().value());
        String settle = "/api/v1/follow-ups/" + overdrawn.get("id").asInt() + "/settle";
        assertThat(clerk.post(settle, Map.of("note", " ")).status()).isEqualTo(422);
        var settled = clerk.post(settle, Map.of("note", "paid in cash"));
        assertThat(settled.status()).as(settled.text()).isEqualTo(200);
        assertThat(settled.json().get("settled").get("byName").asString()).isEqualTo("odd");
        var again = clerk.post(settle, Map.of("note", "again"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("type").asString()).endsWith("follow-up-settled");
        assertThat(clerk.get(list + "&open=true").json().get("items")).hasSize(1);
        assertThat(clerk.get(list + "&open=false").json().get("items")).hasSize(1);
        assertThat(clerk.get(list + "&reason=UNKNOWN_CARD").json().get("items")).hasSize(1);
        assertThat(clerk.get(list + "&personId=" + eater.id().value()).json().get("items"))
                .hasSize(1);
        var audit = house.administrator().get("/api/v1/audit?limit=1").json().get("items").get(0);
        assertThat(audit.get("action").asString()).isEqualTo("purchases.followed-up");
        var elsewhere = site.merchant("第二食堂");
        var stranger = site.hires("other", "CLERK", "en", List.of(elsewhere.id().value()));
        assertThat(stranger.get(list).json().get("items")).isEmpty();
        assertThat(stranger.post(settle, Map.of("note", "mine")).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("D-12 M-037 A record beyond the balance is booked, cash owes it, and it is listed")
    void a_record_may_overdraw() {
        Instant now = site.at("2026-03-07 11:30:00");
        var eater = site.eater("钱七", 3_00, 2_00);
        var till = till();
        assertThat(report(till, sold(1, eater.card(), 4_00, now), sold(2, eater.card(), 6_00, now)))
                .containsExactly(Records.Fate.BOOKED, Records.Fate.BOOKED);
        assertThat(purses(eater)).isEqualTo("-500 + 0");
        assertThat(listed(till)).containsExactly("2 BOOKED OVERDRAWN");
        site.topUp(eater, 20_00, 0);
        assertThat(purses(eater)).as("the next top-up covers it").isEqualTo("1500 + 0");
    }

    @Test
    @DisplayName("D-12 A record of a closed account is booked there and listed")
    void a_closed_account() {
        Instant before = site.at("2026-03-08 11:30:00");
        var eater = site.eater("孙八", 0, 0);
        var till = till();
        site.at("2026-03-08 12:00:00");
        var administrator = house.administrator();
        administrator.with("Idempotency-Key", UUID.randomUUID().toString());
        var closed =
                administrator.post(
                        "/api/v1/people/" + eater.id().value() + "/account-closing",
                        Map.of("withCard", true, "card", Map.of("uid", eater.card().hex())));
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(report(till, sold(1, eater.card(), 4_00, before)))
                .containsExactly(Records.Fate.BOOKED);
        assertThat(purses(eater)).isEqualTo("-400 + 0");
        assertThat(listed(till)).containsExactly("1 BOOKED OVERDRAWN,CARD_RETURNED,ACCOUNT_CLOSED");
    }

    @Test
    @DisplayName("M-109 Use of a lost card is booked and listed; a sale before the loss is not odd")
    void a_lost_card() {
        Instant before = site.at("2026-03-09 11:30:00");
        var eater = site.eater("周九", 100_00, 0);
        var till = till();
        site.at("2026-03-09 11:40:00");
        house.asAdministrator(() -> house.bean(CardCentre.class).reportLoss(eater.id()));
        Instant after = site.at("2026-03-09 11:50:00");
        assertThat(
                        report(
                                till,
                                sold(1, eater.card(), 4_00, before),
                                sold(2, eater.card(), 5_00, after)))
                .containsExactly(Records.Fate.BOOKED, Records.Fate.BOOKED);
        assertThat(purses(eater)).isEqualTo("9100 + 0");
        assertThat(listed(till)).containsExactly("2 BOOKED CARD_LOST");
    }

    @Test
    @DisplayName(
            "M-185 D-26 A record of the old card after the take-over goes to the person's account,"
                    + " overdraft if need be, and is listed")
    void a_record_of_the_old_card() {
        Instant before = site.at("2026-03-10 11:30:00");
        var eater = site.eater("吴十", 10_00, 0);
        var till = till();
        site.at("2026-03-10 14:00:00");
        replaced(eater, 0);
        site.at("2026-03-10 15:00:00");
        assertThat(report(till, sold(1, eater.card(), 12_00, before)))
                .containsExactly(Records.Fate.BOOKED);
        assertThat(purses(eater)).isEqualTo("-200 + 0");
        assertThat(listed(till)).containsExactly("1 BOOKED OVERDRAWN,OLD_CARD");
        assertThat(overdraft(eater)).as("a late record").isEqualTo(3);
    }

    @Test
    @DisplayName("M-184 D-37 In the waiting days a record of the old card takes from what is held")
    void a_record_in_the_waiting_days() {
        Instant before = site.at("2026-03-11 11:30:00");
        var eater = site.eater("郑一", 10_00, 3_00);
        var till = till();
        site.at("2026-03-11 14:00:00");
        replaced(eater, 3);
        site.topUp(eater, 50_00, 0);
        assertThat(purses(eater)).isEqualTo("5000 + 0 held 1000 + 300");
        site.at("2026-03-11 15:00:00");
        assertThat(report(till, sold(1, eater.card(), 8_00, before)))
                .containsExactly(Records.Fate.BOOKED);
        assertThat(purses(eater)).isEqualTo("5000 + 0 held 500 + 0");
        assertThat(listed(till)).isEmpty();
    }

    @Test
    @DisplayName("D-50 A clock that is wrong by a known offset is put right; a mad one is not used")
    void clocks_that_are_wrong() {
        Instant now = site.at("2026-03-12 11:30:00");
        var eater = site.eater("冯二", 100_00, 0);
        var ahead = till(Duration.ofDays(365));
        var sale = sold(1, eater.card(), 1_00, now.plus(Duration.ofDays(365)).minusSeconds(600));
        assertThat(report(ahead, sale)).containsExactly(Records.Fate.BOOKED);
        assertThat(lastRow(eater).get("at").asString()).startsWith("2026-03-12T11:20:00");
        assertThat(listed(ahead)).isEmpty();
        var mad = till(Duration.ZERO);
        assertThat(report(mad, sold(1, eater.card(), 1_00, Instant.parse("2000-01-01T00:00:00Z"))))
                .containsExactly(Records.Fate.BOOKED);
        assertThat(lastRow(eater).get("at").asString()).startsWith("2026-03-12T11:30:0");
        assertThat(listed(mad)).containsExactly("1 BOOKED TIME_UNSURE");
        var silent = site.till(canteen);
        assertThat(report(silent, sold(1, eater.card(), 1_00, now.minusSeconds(600))))
                .containsExactly(Records.Fate.BOOKED);
        assertThat(listed(silent)).containsExactly("1 BOOKED TIME_UNSURE");
    }

    @Test
    @DisplayName("D-07 A late record uses the subsidy of its own time though it has expired since")
    void a_subsidy_that_expired_since() {
        Instant then = site.at("2026-03-13 11:30:00");
        var eater = site.eater("陈三", 10_00, 0);
        var till = till();
        grant(eater, 5_00, "2026-03-13");
        site.at("2026-03-14 03:00:00");
        expire();
        assertThat(purses(eater)).isEqualTo("1000 + 0");
        assertThat(report(till, sold(1, eater.card(), 7_00, then)))
                .containsExactly(Records.Fate.BOOKED);
        assertThat(purses(eater)).isEqualTo("800 + 0");
        var row = lastRow(eater);
        assertThat(row.get("subsidyCents").longValue()).isEqualTo(5_00);
        assertThat(report(till, sold(2, eater.card(), 2_00, then)))
                .containsExactly(Records.Fate.BOOKED);
        assertThat(purses(eater)).as("it was spent once").isEqualTo("600 + 0");
    }
}
