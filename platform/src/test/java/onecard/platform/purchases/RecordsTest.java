package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.PlatformTest;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordsTest extends RecordsScene {
    @Test
    @DisplayName(
            "M-106 A record is booked once, at the time and meal of its sale, and then it is known")
    void a_record_is_booked_once() {
        Instant lunch = site.at("2026-03-02 11:30:00");
        var eater = site.eater("张小三", 100_00, 5_00);
        var till = till();
        site.at("2026-03-03 09:00:00");
        var sale = sold(1, eater.card(), 12_00, lunch);
        assertThat(report(till, sale)).containsExactly(Records.Fate.BOOKED);
        assertThat(purses(eater)).isEqualTo("9300 + 0");
        assertThat(report(till, sale, sale))
                .containsExactly(Records.Fate.KNOWN, Records.Fate.KNOWN);
        assertThat(purses(eater)).isEqualTo("9300 + 0");
        assertThat(listed(till)).isEmpty();
        var row = lastRow(eater);
        assertThat(row.get("kind").asString()).isEqualTo("RECORD");
        assertThat(row.get("at").asString()).startsWith("2026-03-02T11:30:00");
        assertThat(row.get("businessDay").asString()).isEqualTo("2026-03-02");
        assertThat(row.get("mealName").asString()).isEqualTo("午餐");
        assertThat(bookedOn(till)).isEqualTo(LocalDate.parse("2026-03-03"));
        assertThat(asks(till, sale)).isInstanceOf(Outcome.Taken.class);
        assertThat(purses(eater)).as("asked online, it is the same sale").isEqualTo("9300 + 0");
    }

    @Test
    @DisplayName("M-106 Nothing in a batch holds up its neighbours, whatever is odd about it")
    void a_batch_of_odd_records() {
        Instant now = site.at("2026-03-04 11:30:00");
        var eater = site.eater("李四", 100_00, 0);
        var till = till();
        var online = sold(1, eater.card(), 10_00, now);
        assertThat(asks(till, online)).isInstanceOf(Outcome.Taken.class);
        takesBack(till, 2);
        var batch =
                new SoldRecord[] {
                    online,
                    sold(1, eater.card(), 11_00, now),
                    sold(2, eater.card(), 12_00, now),
                    sold(3, NOBODYS, 13_00, now),
                    sold(4, eater.card(), 14_00, now),
                    toAFace(5, now)
                };
        assertThat(report(till, batch))
                .containsExactly(
                        Records.Fate.KNOWN,
                        Records.Fate.DISPUTED,
                        Records.Fate.DISPUTED,
                        Records.Fate.DISPUTED,
                        Records.Fate.BOOKED,
                        Records.Fate.DISPUTED);
        var odd =
                List.of(
                        "1 DISPUTED OTHER_CONTENT",
                        "2 DISPUTED NUMBER_BURNT",
                        "3 DISPUTED UNKNOWN_CARD",
                        "5 DISPUTED UNKNOWN_INSTRUMENT");
        assertThat(listed(till)).containsExactlyInAnyOrderElementsOf(odd);
        assertThat(purses(eater)).isEqualTo("7600 + 0");
        assertThat(report(till, batch)).doesNotContain(Records.Fate.BOOKED);
        assertThat(listed(till)).as("listed once").hasSize(4);
        assertThat(purses(eater)).isEqualTo("7600 + 0");
    }

    @Test
    @DisplayName("D-33 A number that was given up stays given up, whichever comes first")
    void a_void_and_a_record_in_either_order() {
        Instant now = site.at("2026-03-05 11:30:00");
        var eater = site.eater("王五", 100_00, 5_00);
        var till = till();
        assertThat(takesBack(till, 1)).isInstanceOf(Outcome.NothingCharged.class);
        assertThat(report(till, sold(1, eater.card(), 9_00, now)))
                .containsExactly(Records.Fate.DISPUTED);
        assertThat(report(till, sold(2, eater.card(), 9_00, now)))
                .containsExactly(Records.Fate.BOOKED);
        assertThat(takesBack(till, 2)).isInstanceOf(Outcome.Voided.class);
        assertThat(purses(eater)).isEqualTo("10000 + 500");
        assertThat(report(till, sold(2, eater.card(), 9_00, now)))
                .as("a late copy of what was booked, and given back since")
                .containsExactly(Records.Fate.KNOWN);
        assertThat(takesBack(till, 3)).isInstanceOf(Outcome.NothingCharged.class);
        assertThat(report(till, sold(3, NOBODYS, 9_00, now)))
                .containsExactly(Records.Fate.DISPUTED);
        assertThat(purses(eater)).isEqualTo("10000 + 500");
    }

    @Test
    @DisplayName("D-33 A sale that was declined online, and is reported as sold, is disputed")
    void a_declined_sale_is_disputed() {
        Instant now = site.at("2026-03-06 11:30:00");
        var eater = site.eater("赵六", 1_00, 0);
        var till = till();
        var sale = sold(1, eater.card(), 9_00, now);
        assertThat(asks(till, sale)).isInstanceOf(Outcome.Refused.class);
        assertThat(report(till, sale)).containsExactly(Records.Fate.DISPUTED);
        assertThat(listed(till)).containsExactly("1 DISPUTED DECLINED_BEFORE");
        assertThat(purses(eater)).isEqualTo("100 + 0");
    }

    @Test
    @DisplayName(
            "M-106 M-107 A slip of an online sale completes a platform that forgot it; what is still"
                    + " missing is asked for")
    void a_slip_completes_a_restored_platform() {
        Instant now = site.at("2026-03-15 11:30:00");
        var eater = site.eater("褚四", 100_00, 10_00);
        var till = till();
        var slip =
                new SoldRecord(
                        7,
                        Mode.FREE_AMOUNT,
                        new Instrument.Card(eater.card(), false),
                        Money.ofCents(10_00),
                        now,
                        false,
                        false,
                        false,
                        Optional.of(
                                new SoldRecord.Decided(
                                        Money.ofCents(9_00),
                                        Money.ofCents(6_00),
                                        Money.ofCents(3_00),
                                        4711)));
        assertThat(report(till, slip)).containsExactly(Records.Fate.BOOKED);
        assertThat(purses(eater)).isEqualTo("9400 + 700");
        assertThat(report(till, slip)).containsExactly(Records.Fate.KNOWN);
        assertThat(listed(till)).isEmpty();
        assertThat(house.bean(UsedNumbers.class).of(till.serial(), 9).missing())
                .as("what is still missing")
                .extracting(UsedNumbers.Stretch::first, UsedNumbers.Stretch::last)
                .containsExactly(tuple(1L, 6L), tuple(8L, 9L));
    }

    @Test
    @DisplayName(
            "M-106 D-33 Sales online, records, copies and voids in any order end the same:"
                    + " each number once")
    void any_order_ends_the_same() {
        for (long seed : List.of(20260901L, 42L)) {
            anyOrder(seed);
        }
        var verified = house.administrator().post("/api/v1/books/verify", Map.of());
        assertThat(verified.json().get("balanced").asBoolean()).as(verified.text()).isTrue();
    }
}
