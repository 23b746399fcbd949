package onecard.platform.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate EVER = LocalDate.of(2020, 1, 1);
    private static final MerchantId CANTEEN = new MerchantId(1);
    private static final MerchantId SHOP = new MerchantId(2);

    private static final Meal BREAKFAST = meal(1, "早餐", MealKind.BREAKFAST);
    private static final Meal LUNCH = meal(2, "中餐", MealKind.LUNCH);
    private static final Meal DINNER = meal(3, "晚餐", MealKind.DINNER);
    private static final Meal SNACK = meal(4, "宵夜", MealKind.NIGHT_SNACK);

    private final List<MealPeriod> periods = new ArrayList<>();

    @ParameterizedTest(name = "{0} is {2} of {1}")
    @DisplayName("M-085 M-086 D-15 A moment belongs to the meal that is served, and to its day")
    @CsvSource(
            textBlock =
                    """
                    2026-03-02T06:29:59, 2026-03-02, -
                    2026-03-02T06:30:00, 2026-03-02, 早餐
                    2026-03-02T08:59:59, 2026-03-02, 早餐
                    2026-03-02T09:00:00, 2026-03-02, -
                    2026-03-02T11:00:00, 2026-03-02, 中餐
                    2026-03-02T12:59:59, 2026-03-02, 中餐
                    2026-03-02T13:00:00, 2026-03-02, -
                    2026-03-02T17:00:00, 2026-03-02, 晚餐
                    2026-03-02T19:00:00, 2026-03-02, -
                    2026-03-02T21:59:59, 2026-03-02, -
                    2026-03-02T22:00:00, 2026-03-02, 宵夜
                    2026-03-02T23:59:59, 2026-03-02, 宵夜
                    2026-03-03T00:00:00, 2026-03-02, 宵夜
                    2026-03-03T01:59:59, 2026-03-02, 宵夜
                    2026-03-03T02:00:00, 2026-03-03, -
                    2026-03-01T00:30:00, 2026-02-28, 宵夜
                    """)
    void a_moment_belongs_to_the_meal_that_is_served(String moment, LocalDate day, String meal) {
        anOrdinarySchool();
        assertThat(at(SHANGHAI, "00:00", CANTEEN, moment)).isEqualTo(day + " " + meal);
    }

    @ParameterizedTest(name = "day starts at {0}: {1} is {3} of {2}")
    @DisplayName("D-15 The business day begins at the hour of the site, a meal's day when it began")
    @CsvSource(
            textBlock =
                    """
                    04:00, 2026-03-03T02:00:00, 2026-03-02, -
                    04:00, 2026-03-03T03:59:59, 2026-03-02, -
                    04:00, 2026-03-03T04:00:00, 2026-03-03, -
                    04:00, 2026-03-03T00:30:00, 2026-03-02, 宵夜
                    01:00, 2026-03-03T00:30:00, 2026-03-02, 宵夜
                    01:00, 2026-03-03T01:30:00, 2026-03-02, 宵夜
                    01:00, 2026-03-03T02:30:00, 2026-03-03, -
                    23:00, 2026-03-02T22:30:00, 2026-03-01, 宵夜
                    23:00, 2026-03-02T23:30:00, 2026-03-01, 宵夜
                    23:00, 2026-03-03T00:30:00, 2026-03-01, 宵夜
                    23:00, 2026-03-03T07:00:00, 2026-03-02, 早餐
                    """)
    void the_business_day_begins_at_the_hour_of_the_site(
            String dayStart, String moment, LocalDate day, String meal) {
        anOrdinarySchool();
        assertThat(at(SHANGHAI, dayStart, CANTEEN, moment)).isEqualTo(day + " " + meal);
    }

    @ParameterizedTest(name = "merchant {0} at {1}: {3} of {2}")
    @DisplayName("D-16 A merchant's own hours take the place of the site's, from their date on")
    @CsvSource(
            textBlock =
                    """
                    1, 2026-03-09T10:45:00, 2026-03-09, -
                    2, 2026-03-08T10:45:00, 2026-03-08, -
                    2, 2026-03-09T10:45:00, 2026-03-09, 中餐
                    2, 2026-03-09T12:45:00, 2026-03-09, -
                    1, 2026-03-09T12:45:00, 2026-03-09, 中餐
                    2, 2026-03-09T07:00:00, 2026-03-09, -
                    1, 2026-03-09T07:00:00, 2026-03-09, 早餐
                    2, 2026-03-09T18:00:00, 2026-03-09, 晚餐
                    1, 2026-03-31T11:15:00, 2026-03-31, 中餐
                    1, 2026-04-01T11:15:00, 2026-04-01, -
                    2, 2026-04-01T11:15:00, 2026-04-01, 中餐
                    1, 2019-12-31T12:00:00, 2019-12-31, -
                    """)
    void a_merchants_own_hours_take_the_place_of_the_sites(
            int merchant, String moment, LocalDate day, String meal) {
        anOrdinarySchool();
        serve(LUNCH, SHOP, "10:30", "12:30", LocalDate.of(2026, 3, 9));
        serveNot(BREAKFAST, SHOP, LocalDate.of(2026, 3, 9));
        serve(LUNCH, null, "11:30", "13:30", LocalDate.of(2026, 4, 1));
        assertThat(at(SHANGHAI, "00:00", new MerchantId(merchant), moment))
                .isEqualTo(day + " " + meal);
    }

    @Test
    @DisplayName("D-16 A night snack that began under the old timetable ends under the old one")
    void a_meal_ends_under_the_timetable_under_which_it_began() {
        anOrdinarySchool();
        serve(SNACK, null, "22:00", "23:00", LocalDate.of(2026, 3, 9));
        assertThat(at(SHANGHAI, "00:00", CANTEEN, "2026-03-09T01:30:00"))
                .isEqualTo("2026-03-08 宵夜");
        assertThat(at(SHANGHAI, "00:00", CANTEEN, "2026-03-10T01:30:00")).isEqualTo("2026-03-10 -");
    }

    @ParameterizedTest(name = "{0} UTC is {2} of {1}")
    @DisplayName("D-15 Where clocks change, a meal goes by the clock on the wall")
    @CsvSource(
            textBlock =
                    """
                    # put forward on 2026-03-29: 02:00 becomes 03:00 at 01:00 UTC
                    2026-03-29T00:30:00, 2026-03-28, 宵夜
                    2026-03-29T00:59:59, 2026-03-28, 宵夜
                    2026-03-29T01:00:00, 2026-03-29, -
                    2026-03-29T04:30:00, 2026-03-29, 早餐
                    2026-03-28T23:00:00, 2026-03-28, 宵夜
                    # put back on 2026-10-25: 03:00 becomes 02:00 at 01:00 UTC
                    2026-10-24T23:59:59, 2026-10-24, 宵夜
                    2026-10-25T00:00:00, 2026-10-25, -
                    2026-10-25T01:30:00, 2026-10-25, -
                    2026-10-25T05:30:00, 2026-10-25, 早餐
                    2026-10-24T21:30:00, 2026-10-24, 宵夜
                    2026-10-24T20:30:00, 2026-10-24, 宵夜
                    2026-10-24T19:59:59, 2026-10-24, -
                    """)
    void where_clocks_change_a_meal_goes_by_the_wall(String utc, LocalDate day, String meal) {
        anOrdinarySchool();
        var moment = LocalDateTime.parse(utc).atZone(ZoneId.of("UTC")).toInstant();
        assertThat(told(timetable(BERLIN, "00:00").at(CANTEEN, moment)))
                .isEqualTo(day + " " + meal);
    }

    @ParameterizedTest(name = "{0} to {1} beside the ordinary meals: {2}")
    @DisplayName("M-086 Two meals are never served at the same time")
    @CsvSource(
            textBlock =
                    """
                    09:00, 11:00, -
                    13:00, 17:00, -
                    02:00, 06:30, -
                    08:59, 10:00, 早餐/加餐
                    10:00, 11:01, 加餐/中餐
                    11:30, 12:00, 中餐/加餐
                    10:00, 14:00, 加餐/中餐
                    00:30, 01:00, 宵夜/加餐
                    01:59, 03:00, 宵夜/加餐
                    20:00, 22:01, 加餐/宵夜
                    23:30, 05:00, 宵夜/加餐
                    20:00, 02:00, 加餐/宵夜
                    """)
    void two_meals_are_never_served_at_the_same_time(String from, String to, String clash) {
        anOrdinarySchool();
        var extra = meal(5, "加餐", MealKind.OTHER);
        serve(extra, null, from, to, LocalDate.of(2026, 3, 9));
        var timetable =
                new Timetable(
                        SHANGHAI,
                        LocalTime.MIDNIGHT,
                        List.of(BREAKFAST, LUNCH, DINNER, SNACK, extra),
                        periods);
        assertThat(timetable.overlap().map(TimetableTest::told).orElse("-")).isEqualTo(clash);
    }

    @Test
    @DisplayName("M-086 An overlap that only one merchant's own hours make is found there")
    void an_overlap_at_one_merchant_is_found_there() {
        anOrdinarySchool();
        serve(LUNCH, SHOP, "11:00", "17:30", LocalDate.of(2026, 3, 9));
        var overlap = timetable(SHANGHAI, "00:00").overlap().orElseThrow();
        assertThat(overlap.merchant()).contains(SHOP);
        assertThat(overlap.first().businessDay()).isEqualTo(LocalDate.of(2026, 3, 8).plusDays(1));
        assertThat(told(overlap)).isEqualTo("中餐/晚餐");
    }

    @Test
    @DisplayName("M-086 An overlap in the one night between two timetables is found")
    void an_overlap_in_the_night_of_a_change_is_found() {
        anOrdinarySchool();
        serveNot(SNACK, null, LocalDate.of(2026, 3, 9));
        serve(BREAKFAST, null, "01:00", "03:00", LocalDate.of(2026, 3, 9));
        assertThat(timetable(SHANGHAI, "00:00").overlap().map(TimetableTest::told))
                .contains("宵夜/早餐");
    }

    @Test
    void an_ordinary_school_serves_its_meals_one_after_the_other() {
        anOrdinarySchool();
        var timetable = timetable(SHANGHAI, "00:00");
        assertThat(timetable.overlap()).isEmpty();
        assertThat(timetable.servedOn(Optional.empty(), LocalDate.of(2026, 3, 2)))
                .extracting(serving -> serving.meal().name() + " " + serving.from().toLocalTime())
                .containsExactly("早餐 06:30", "中餐 11:00", "晚餐 17:00", "宵夜 22:00");
    }

    @Test
    void a_meal_does_not_end_when_it_begins() {
        assertThatThrownBy(() -> new Hours(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12:00");
    }

    private void anOrdinarySchool() {
        serve(BREAKFAST, null, "06:30", "09:00", EVER);
        serve(LUNCH, null, "11:00", "13:00", EVER);
        serve(DINNER, null, "17:00", "19:00", EVER);
        serve(SNACK, null, "22:00", "02:00", EVER);
    }

    private void serve(
            Meal meal,
            @org.jspecify.annotations.Nullable MerchantId merchant,
            String from,
            String to,
            LocalDate validFrom) {
        var hours = new Hours(LocalTime.parse(from), LocalTime.parse(to));
        period(meal, merchant, Optional.of(hours), validFrom);
    }

    private void serveNot(
            Meal meal, @org.jspecify.annotations.Nullable MerchantId merchant, LocalDate from) {
        period(meal, merchant, Optional.empty(), from);
    }

    private void period(
            Meal meal,
            @org.jspecify.annotations.Nullable MerchantId merchant,
            Optional<Hours> hours,
            LocalDate from) {
        periods.add(
                new MealPeriod(
                        periods.size() + 1, meal.id(), Optional.ofNullable(merchant), hours, from));
    }

    private Timetable timetable(ZoneId zone, String dayStart) {
        return new Timetable(
                zone, LocalTime.parse(dayStart), List.of(BREAKFAST, LUNCH, DINNER, SNACK), periods);
    }

    private String at(ZoneId zone, String dayStart, MerchantId merchant, String moment) {
        var instant = LocalDateTime.parse(moment).atZone(zone).toInstant();
        return told(timetable(zone, dayStart).at(merchant, instant));
    }

    private static String told(MealMoment moment) {
        return moment.businessDay() + " " + moment.meal().map(Meal::name).orElse("-");
    }

    private static String told(Timetable.Overlap overlap) {
        return overlap.first().meal().name() + "/" + overlap.second().meal().name();
    }

    private static Meal meal(int id, String name, MealKind kind) {
        return new Meal(new MealId(id), name, Optional.empty(), kind, id);
    }
}
