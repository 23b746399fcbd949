package onecard.platform.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import onecard.platform.ProblemAssert;
import onecard.platform.Rooms;
import onecard.platform.TestClock;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MerchantsTest {
    private final TestClock clock = TestClock.at("2026-03-02T11:30:00+08:00");
    private final Rooms rooms;
    private final Rooms otherNode;
    private final Merchants merchants;
    private final MealPlan plan;
    private final MealPeriods periods;
    private Meal lunch = new Meal(new MealId(1), "", Optional.empty(), MealKind.LUNCH, 0);

    MerchantsTest(TestDatabase database) {
        rooms = Rooms.open(database, clock, "merchants");
        otherNode = rooms.besides();
        merchants = rooms.door(Merchants.class);
        plan = rooms.door(MealPlan.class);
        periods = rooms.door(MealPeriods.class);
    }

    @BeforeAll
    void anOrdinaryDay() {
        plan.add(meal("早餐", MealKind.BREAKFAST, 1, "06:30", "09:00"));
        lunch = plan.add(meal("中餐", MealKind.LUNCH, 2, "11:00", "13:00"));
        plan.add(meal("宵夜", MealKind.NIGHT_SNACK, 4, "22:00", "02:00"));
    }

    @AfterAll
    void close() {
        otherNode.close();
        rooms.close();
    }

    @Test
    @DisplayName("M-083 A merchant's name is its own")
    void a_merchants_name_is_its_own() {
        var canteen = merchants.add("第一食堂");
        ProblemAssert.assertThat(() -> merchants.add(" 第一食堂 "))
                .is("merchant-taken")
                .has("name", "第一食堂");
        var shop = merchants.add("小卖部");
        ProblemAssert.assertThat(() -> merchants.rename(shop.id(), "第一食堂")).is("merchant-taken");
        merchants.rename(shop.id(), "校园超市");
        var window = merchants.addOutlet(canteen.id(), "1 号窗口");
        ProblemAssert.assertThat(() -> merchants.addOutlet(canteen.id(), "1 号窗口"))
                .is("outlet-taken");
        assertThat(merchants.find(canteen.id()).orElseThrow().outlets()).containsExactly(window);
        assertThat(merchants.find(shop.id()).orElseThrow().name()).isEqualTo("校园超市");
        ProblemAssert.assertThat(() -> merchants.add("")).is("invalid-fields").names("name");
        ProblemAssert.assertThat(() -> merchants.add("长".repeat(61)))
                .is("invalid-fields")
                .names("name");
    }

    @Test
    @DisplayName("D-18 A change of merchants or meals is seen by every node at once")
    void a_change_is_seen_by_every_node_at_once() {
        var here = merchants.add("第二食堂");
        assertThat(otherNode.door(Merchants.class).find(here.id())).isPresent();
        merchants.remove(here.id());
        assertThat(otherNode.door(Merchants.class).find(here.id())).isEmpty();
    }

    @Test
    void while_nothing_changes_the_timetable_is_one_and_the_same() {
        var versions = rooms.door(Versions.class).read();
        long settings = versions.getOrDefault(Versioned.SETTINGS, 0L);
        long version = versions.getOrDefault(Versioned.MERCHANTS, 0L);
        assertThat(periods.at(settings, version)).isSameAs(periods.at(settings, version));
    }

    @Test
    void what_a_transaction_took_back_was_never_in_the_timetable() {
        var transaction = rooms.door(TransactionTemplate.class);
        transaction.executeWithoutResult(status -> {
            var brief = merchants.add("昙花一现");
            assertThat(merchants.find(brief.id())).isEmpty();
            status.setRollbackOnly();
        });
        var next = merchants.add("真的");
        assertThat(merchants.all()).contains(next);
        assertThat(merchants.all()).extracting(Merchant::name).doesNotContain("昙花一现");
    }

    @Test
    @DisplayName("M-085 M-086 D-15 The stored meals say which meal a moment belongs to")
    void the_stored_meals_say_which_meal_a_moment_belongs_to() {
        var canteen = merchants.add("第三食堂").id();
        assertThat(at(canteen, "2026-03-02T12:00:00+08:00")).isEqualTo("2026-03-02 中餐");
        assertThat(at(canteen, "2026-03-03T01:00:00+08:00")).isEqualTo("2026-03-02 宵夜");
        assertThat(at(canteen, "2026-03-02T15:00:00+08:00")).isEqualTo("2026-03-02 -");
        assertThat(at(canteen, "2026-03-01T12:00:00+08:00"))
                .as("before the first day of the meals")
                .isEqualTo("2026-03-01 -");
    }

    @Test
    @DisplayName("D-16 A merchant's own hours hold from their date on and can be taken away again")
    void a_merchants_own_hours_hold_from_their_date_on() {
        var early = merchants.add("早开食堂").id();
        var from = LocalDate.of(2026, 3, 9);
        plan.serve(lunch.id(), Optional.of(early), hours("10:30", "12:30"), from);
        assertThat(at(early, "2026-03-08T10:45:00+08:00")).isEqualTo("2026-03-08 -");
        assertThat(at(early, "2026-03-09T10:45:00+08:00")).isEqualTo("2026-03-09 中餐");
        plan.serve(lunch.id(), Optional.of(early), Optional.empty(), LocalDate.of(2026, 3, 16));
        assertThat(at(early, "2026-03-16T12:00:00+08:00")).isEqualTo("2026-03-16 -");
        periods.current().periods().stream()
                .filter(period -> period.merchant().equals(Optional.of(early)))
                .forEach(period -> plan.removePeriod(lunch.id(), period.id()));
        assertThat(at(early, "2026-03-16T12:00:00+08:00")).isEqualTo("2026-03-16 中餐");
    }

    @Test
    @DisplayName("M-086 A meal that would overlap another is refused and leaves nothing")
    void a_meal_that_would_overlap_is_refused() {
        int before = periods.current().periods().size();
        ProblemAssert.assertThat(() -> plan.add(meal("加餐", MealKind.OTHER, 9, "12:59", "14:00")))
                .is("meals-overlap")
                .has("first", "中餐")
                .has("firstTo", "13:00")
                .has("second", "加餐")
                .has("secondFrom", "12:59");
        ProblemAssert.assertThat(() -> plan.add(meal("夜宵二", MealKind.OTHER, 9, "01:30", "03:00")))
                .is("meals-overlap")
                .has("first", "宵夜");
        assertThat(periods.current().periods()).hasSize(before);
        assertThat(periods.meals()).extracting(Meal::name).doesNotContain("加餐", "夜宵二");
    }

    @Test
    @DisplayName("M-086 An overlap at one merchant names the merchant")
    void an_overlap_at_one_merchant_names_it() {
        var late = merchants.add("晚开食堂").id();
        ProblemAssert.assertThat(() ->
                        plan.serve(
                                lunch.id(),
                                Optional.of(late),
                                hours("08:00", "13:00"),
                                LocalDate.of(2026, 3, 9)))
                .is("meals-overlap")
                .has("merchantId", late.value());
        ProblemAssert.assertThat(() ->
                        plan.serve(
                                lunch.id(),
                                Optional.of(new MerchantId(99_999)),
                                hours("11:00", "13:00"),
                                LocalDate.of(2026, 3, 9)))
                .is("invalid-fields")
                .names("merchantId");
    }

    @Test
    void a_meal_is_renamed_and_removed() {
        var tea = plan.add(meal("下午茶", MealKind.OTHER, 5, "15:00", "16:00"));
        ProblemAssert.assertThat(() -> plan.add(meal("下午茶", MealKind.OTHER, 5, "16:00", "16:30")))
                .is("meal-taken");
        var renamed =
                plan.change(new Meal(tea.id(), "点心", Optional.of("Snack"), MealKind.OTHER, 6));
        assertThat(periods.meals()).contains(renamed);
        plan.remove(tea.id());
        assertThat(periods.meals()).doesNotContain(renamed);
        ProblemAssert.assertThat(() -> plan.remove(tea.id())).is("not-found");
    }

    @Test
    @DisplayName("D-15 A change of the site's start of the day takes effect at once")
    void a_change_of_the_start_of_the_day_takes_effect_at_once() {
        var canteen = merchants.add("日界食堂").id();
        assertThat(at(canteen, "2026-03-03T03:00:00+08:00")).isEqualTo("2026-03-03 -");
        dayStarts("04:00");
        assertThat(at(canteen, "2026-03-03T03:00:00+08:00")).isEqualTo("2026-03-02 -");
        dayStarts("00:00");
        assertThat(at(canteen, "2026-03-03T03:00:00+08:00")).isEqualTo("2026-03-03 -");
    }

    private void dayStarts(String hour) {
        rooms.door(Settings.class)
                .change(site ->
                        new SiteSettings(
                                site.unitName(),
                                site.wording(),
                                site.zone(),
                                LocalTime.parse(hour),
                                site.purseOrder(),
                                site.repeatInterval(),
                                site.repeatFreeModeExempt(),
                                site.maxBalance(),
                                site.maxBalanceOf(),
                                site.antiNfc(),
                                site.cashierVoidWindow(),
                                site.otherInstrumentsSurviveLoss(),
                                site.undoWindow(),
                                site.sessionIdle()));
    }

    private String at(MerchantId merchant, String moment) {
        var answer =
                List.of(rooms, otherNode).stream()
                        .map(node ->
                                node.door(MealPeriods.class)
                                        .current()
                                        .at(merchant, OffsetDateTime.parse(moment).toInstant()))
                        .distinct()
                        .toList();
        assertThat(answer).as("both nodes say the same").hasSize(1);
        var told = answer.getFirst();
        return told.businessDay() + " " + told.meal().map(Meal::name).orElse("-");
    }

    private static Optional<Hours> hours(String from, String to) {
        return Optional.of(new Hours(LocalTime.parse(from), LocalTime.parse(to)));
    }

    private static NewMeal meal(String name, MealKind kind, int order, String from, String to) {
        return new NewMeal(
                name,
                Optional.empty(),
                kind,
                order,
                hours(from, to).orElseThrow(),
                Optional.empty());
    }
}
