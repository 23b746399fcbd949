package onecard.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import onecard.platform.Rooms;
import onecard.platform.TestClock;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.merchants.Hours;
import onecard.platform.merchants.Meal;
import onecard.platform.merchants.MealPeriods;
import onecard.platform.merchants.MealPlan;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.Merchants;
import onecard.platform.system.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleMealsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TestClock clock = TestClock.at("2026-03-02T11:30:00+08:00");
    private final Rooms rooms;
    private final SampleMeals meals;
    private final MealPeriods periods;
    private MerchantId canteen = new MerchantId(1);

    SampleMealsTest(TestDatabase database) {
        rooms = Rooms.open(database, clock, "merchants");
        periods = rooms.door(MealPeriods.class);
        meals =
                new SampleMeals(
                        periods,
                        rooms.door(MealPlan.class),
                        rooms.door(Merchants.class),
                        rooms.door(Settings.class),
                        clock);
    }

    @AfterAll
    void close() {
        rooms.close();
    }

    @Test
    void whenever_the_sample_school_is_started_a_meal_is_served() {
        var usual = meals.make();
        canteen = rooms.door(Merchants.class).add("第一食堂").id();
        var early = rooms.door(Merchants.class).add("第二食堂").id();
        rooms.door(MealPlan.class)
                .serve(
                        usual.lunch(),
                        Optional.of(early),
                        Optional.of(new Hours(LocalTime.of(10, 45), LocalTime.of(13, 0))),
                        clock.instant().atZone(ZONE).toLocalDate());
        var bare = new ArrayList<LocalTime>();
        clock.setTo("2026-03-03T00:00:30+08:00");
        for (int minutes = 0; minutes < 3 * 24 * 60; minutes += 17) {
            meals.serveNow();
            if (periods.current().at(canteen, clock.instant()).meal().isEmpty()) {
                bare.add(clock.instant().atZone(ZONE).toLocalTime());
            }
            clock.pass(Duration.ofMinutes(17));
        }
        assertThat(bare)
                .as("only while the second canteen has lunch already")
                .allMatch(time ->
                        !time.isBefore(LocalTime.of(10, 45)) && time.isBefore(LocalTime.of(11, 0)));
        assertThat(periods.current().overlap()).isEmpty();
        assertThat(periods.meals())
                .extracting(Meal::name)
                .containsExactly("早餐", "中餐", "晚餐", "宵夜", "加餐");
    }

    @Test
    void people_come_when_a_meal_is_served_and_never_across_midnight() {
        meals.make();
        clock.setTo("2026-03-08T23:10:00+08:00");
        meals.serveNow();
        var now = LocalDateTime.ofInstant(clock.instant(), ZONE).toLocalTime();
        assertThat(meals.visits())
                .allMatch(visit -> visit.from().isBefore(visit.to()))
                .anyMatch(visit -> !now.isBefore(visit.from()) && now.isBefore(visit.to()));
    }
}
