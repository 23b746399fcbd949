package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.Canteen;
import onecard.platform.Canteen.Eater;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.cards.CardCentre;
import onecard.platform.ledger.Ledger;
import onecard.platform.merchants.MealKind;
import onecard.platform.people.GroupId;
import onecard.platform.people.Groups;
import onecard.platform.rules.Pricing;
import onecard.platform.rules.RuleDraft;
import onecard.platform.rules.Rules;
import onecard.platform.terminals.Terminal;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.SerialNo;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is remembered at the tills is never believed longer than it is true.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegularsTest {
    /// Of no node of this test.
    private static final int SPARE_STRAND = 1_999;

    private final House house;
    private Canteen site;
    private Terminal till;

    RegularsTest(House house) {
        this.house = house;
    }

    @BeforeAll
    void open() {
        site = new Canteen(house);
        site.at("2026-03-02 11:00:00");
        till = site.till(site.merchant("第一食堂"));
    }

    private JdbcClient owner() {
        return house.database().asOwner();
    }

    private int facts(Eater eater) {
        return owner().sql("select facts from ledger.account where id = :id")
                .param("id", eater.id().value())
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    update cards.card_issue set state = 'LOST', lost_at = issued_at where person = :id | CARD_LOST
                    update cards.account_state set state = 'FROZEN' where person = :id                 | ACCOUNT_FROZEN
                    update cards.card_issue set valid_until = date '2026-03-01' where person = :id     | CARD_EXPIRED
                    """)
    @DisplayName("D-51 a card that paid a moment ago is refused from the commit of its change on")
    void whoever_changes_it_and_however(String change, Refusal expected) {
        site.at("2026-03-02 11:00:00");
        Eater pupil = site.eater("张小三", 500_00, 0);
        site.at("2026-03-02 11:10:00");
        assertThat(site.buys(pupil, till, 5_00)).isInstanceOf(Outcome.Taken.class);
        site.at("2026-03-02 11:20:00");
        assertThat(site.buys(pupil, till, 5_00)).isInstanceOf(Outcome.Taken.class);
        owner().sql(change).param("id", pupil.id().value()).update();
        site.at("2026-03-02 11:30:00");
        assertThat(site.buys(pupil, till, 5_00))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(expected));
    }

    @Test
    @DisplayName(
            "D-51 of a person's two cards on one tray only the new one pays, though both were remembered")
    void the_old_card_beside_the_new_one() {
        site.at("2026-03-02 11:00:00");
        Eater pupil = site.eater("孙小七", 500_00, 0);
        site.at("2026-03-02 11:10:00");
        assertThat(site.buys(pupil, till, 5_00)).isInstanceOf(Outcome.Taken.class);
        owner().sql(
                        """
                        update cards.card_issue set state = 'REPLACED', ended_at = issued_at
                         where person = :id
                        """)
                .param("id", pupil.id().value())
                .update();
        CardUid renewed = CardUid.of(new byte[] {7, 7, 7, 7});
        house.asAdministrator(
                () -> house.bean(CardCentre.class).issue(pupil.id(), renewed, Optional.empty()));
        site.at("2026-03-02 11:20:00");
        assertThat(site.taps(renewed, till, Mode.FREE_AMOUNT, 5_00))
                .isInstanceOf(Outcome.Taken.class);
        Instant now = site.at("2026-03-02 11:30:00");
        var tray = new TrayRun(house.bean(PostgresTrayStore.class), SPARE_STRAND);
        assertThat(tray.run(List.of(tap(901, pupil.card(), now), tap(902, renewed, now))))
                .satisfiesExactly(
                        old ->
                                assertThat(old)
                                        .isInstanceOfSatisfying(
                                                Outcome.Refused.class,
                                                refused ->
                                                        assertThat(refused.reason())
                                                                .isEqualTo(Refusal.CARD_REPLACED)),
                        fresh -> assertThat(fresh).isInstanceOf(Outcome.Taken.class));
    }

    private Order.Sale tap(long seq, CardUid card, Instant now) {
        return new Order.Sale(
                new PurchaseId(till.serial(), seq),
                Mode.FREE_AMOUNT,
                new Instrument.Card(card, false),
                Money.ofCents(5_00),
                now,
                now);
    }

    @Test
    @DisplayName(
            "D-51 who was called at the roll is known before the first meal, and refused if lost")
    void the_roll_is_called() {
        site.at("2026-03-02 11:00:00");
        Eater pupil = site.eater("周小八", 500_00, 0);
        Eater loser = site.eater("吴小九", 500_00, 0);
        Regulars regulars = house.bean(Regulars.class);
        regulars.forgetAll();
        assertThat(regulars.by(pupil.card())).isEmpty();
        assertThat(house.bean(RollCall.class).call()).isGreaterThanOrEqualTo(2);
        assertThat(regulars.by(pupil.card()).orElseThrow().account().value())
                .isEqualTo(pupil.id().value());
        owner().sql(
                        "update cards.card_issue set state = 'LOST', lost_at = issued_at where person = :id")
                .param("id", loser.id().value())
                .update();
        site.at("2026-03-02 11:10:00");
        assertThat(site.buys(pupil, till, 5_00)).isInstanceOf(Outcome.Taken.class);
        assertThat(site.buys(loser, till, 5_00))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Refusal.CARD_LOST));
    }

    @Test
    void a_card_has_one_writer_at_every_till_and_cards_in_a_row_are_spread() {
        Instant now = Instant.parse("2026-03-02T03:00:00Z");
        var other = new SerialNo("OC-99");
        int first = 0;
        for (int n = 0; n < 1_000; n++) {
            CardUid card = new CardUid("04A1%04X".formatted(n));
            int line = KitchenPurchases.lineOf(tap(n + 1, card, now), 2);
            Order.Sale elsewhere =
                    new Order.Sale(
                            new PurchaseId(other, 1),
                            Mode.COUNT,
                            new Instrument.Card(card, true),
                            Money.ZERO,
                            now,
                            now);
            assertThat(KitchenPurchases.lineOf(elsewhere, 2)).isEqualTo(line);
            first += line == 0 ? 1 : 0;
        }
        assertThat(first).isBetween(400, 600);
    }

    @Test
    void a_change_that_decides_about_nothing_leaves_the_memory_alone() {
        Eater pupil = site.eater("李小四", 500_00, 0);
        int before = facts(pupil);
        String phone = "update people.person set phone = '13800000000' where id = :id";
        owner().sql(phone).param("id", pupil.id().value()).update();
        assertThat(facts(pupil)).isEqualTo(before);
        String name = "update people.person set name = '李小五' where id = :id";
        owner().sql(name).param("id", pupil.id().value()).update();
        assertThat(facts(pupil)).isEqualTo(before + 1);
    }

    @Test
    @DisplayName(
            "D-16 a person who changes group pays by the rules of the new one at the next meal")
    void group_of_a_regular() {
        GroupId guests =
                house.asAdministrator(() -> house.bean(Groups.class).add("G9", "客人", 90)).id();
        house.asAdministrator(() ->
                house.bean(Rules.class)
                        .add(
                                RuleDraft.forGroups("guests", guests)
                                        .limited(Map.of(Window.DAY, 1), Map.of())));
        site.at("2026-03-02 11:00:00");
        Eater pupil = site.eater("王小六", 500_00, 0);
        site.at("2026-03-02 11:10:00");
        assertThat(site.buys(pupil, till, 5_00)).isInstanceOf(Outcome.Taken.class);
        owner().sql("update people.person set person_group = :group where id = :id")
                .param("group", guests.value())
                .param("id", pupil.id().value())
                .update();
        site.at("2026-03-02 11:20:00");
        assertThat(site.buys(pupil, till, 5_00)).isInstanceOf(Outcome.Taken.class);
        site.at("2026-03-02 11:30:00");
        assertThat(site.buys(pupil, till, 5_00)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    @DisplayName("D-18 a meal that costs nothing counts, on this node and on another")
    void free_meals() {
        site.serves("午餐", "Lunch", MealKind.LUNCH, "11:00-13:00");
        GroupId staff =
                house.asAdministrator(() -> house.bean(Groups.class).add("G8", "职工", 80)).id();
        house.asAdministrator(() ->
                house.bean(Rules.class)
                        .add(
                                RuleDraft.forGroups("free", staff)
                                        .limited(Map.of(Window.DAY, 2), Map.of())
                                        .priced(new Pricing.Discount(0))));
        site.at("2026-03-02 11:00:00");
        Eater cook = site.eater("赵大厨", Optional.of(staff), 100_00, 0);
        for (int minute = 10; minute <= 20; minute += 10) {
            site.at("2026-03-02 11:%d:00".formatted(minute));
            assertThat(site.buys(cook, till, 5_00)).isInstanceOf(Outcome.Taken.class);
        }
        site.at("2026-03-02 11:30:00");
        assertThat(site.buys(cook, till, 5_00)).isInstanceOf(Outcome.Refused.class);
        assertThat(house.bean(Ledger.class).verify().balanced()).isTrue();
    }
}
