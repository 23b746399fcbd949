package onecard.platform.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onecard.platform.demo.Sample.SampleMeal;
import onecard.platform.merchants.Hours;
import onecard.platform.merchants.Meal;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MealKind;
import onecard.platform.merchants.MealPeriods;
import onecard.platform.merchants.MealPlan;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.Merchants;
import onecard.platform.merchants.NewMeal;
import onecard.platform.merchants.Timetable;
import onecard.platform.system.Settings;
import org.springframework.stereotype.Component;

/// The meals of the sample school. Whoever starts it at an odd hour finds an extra meal being
/// served: the clock is never moved.
@Component
class SampleMeals {
    private static final String EXTRA = "加餐";
    private static final int EXTRA_ORDER = 9;
    private static final int MINUTES_BEFORE = 30;
    private static final int HOURS_LONG = 3;
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final MealPeriods periods;
    private final MealPlan plan;
    private final Merchants merchants;
    private final Settings settings;
    private final Clock clock;

    SampleMeals(
            MealPeriods periods,
            MealPlan plan,
            Merchants merchants,
            Settings settings,
            Clock clock) {
        this.periods = periods;
        this.plan = plan;
        this.merchants = merchants;
        this.settings = settings;
        this.clock = clock;
    }

    /// The four meals of the day.
    ///
    /// @param breakfast 早餐
    /// @param lunch 中餐
    /// @param dinner 晚餐
    /// @param snack 宵夜
    record Usual(MealId breakfast, MealId lunch, MealId dinner, MealId snack) {}

    /// Makes the usual meals, those that are not there yet.
    Usual make() {
        return new Usual(
                meal("早餐", "Breakfast", MealKind.BREAKFAST, 1, hours(6, 30, 8, 30)),
                meal("中餐", "Lunch", MealKind.LUNCH, 2, hours(11, 0, 13, 30)),
                meal("晚餐", "Dinner", MealKind.DINNER, 3, hours(16, 30, 19, 0)),
                meal("宵夜", "Night snack", MealKind.NIGHT_SNACK, 4, hours(20, 30, 22, 0)));
    }

    /// Sees to it that a meal is being served now.
    void serveNow() {
        var timetable = periods.current();
        var now = now();
        var around = servings(timetable, now.toLocalDate());
        if (around.stream().anyMatch(serving -> covers(serving, now))) {
            return;
        }
        var site = settings.current();
        var day = site.siteDay(clock.instant());
        var from = begin(around, now, day.atTime(site.dayStart()));
        var to = end(around, now, from);
        var hours = new Hours(from.toLocalTime(), to.toLocalTime());
        var extra = find(EXTRA);
        if (extra.isPresent()) {
            plan.serve(extra.get().id(), Optional.empty(), Optional.of(hours), day);
        } else {
            plan.add(
                    new NewMeal(
                            EXTRA,
                            Optional.of("Extra meal"),
                            MealKind.OTHER,
                            EXTRA_ORDER,
                            hours,
                            Optional.of(day)));
        }
    }

    /// Returns when people come: what the site serves these days, cut at midnight.
    List<SampleMeal> visits() {
        var meals = new ArrayList<SampleMeal>();
        for (var serving :
                periods.current()
                        .servedOn(Optional.empty(), settings.current().siteDay(clock.instant()))) {
            var from = serving.from().toLocalTime();
            var to = serving.to().toLocalTime();
            if (from.isBefore(to)) {
                meals.add(new SampleMeal(serving.meal().name(), from, to));
            } else {
                meals.add(new SampleMeal(serving.meal().name(), from, LAST_MINUTE));
                if (to.isAfter(LocalTime.MIDNIGHT)) {
                    meals.add(new SampleMeal(serving.meal().name(), LocalTime.MIDNIGHT, to));
                }
            }
        }
        return meals;
    }

    /// Not before the meal before is over, and not on another business day.
    private static LocalDateTime begin(
            List<Timetable.Serving> around, LocalDateTime now, LocalDateTime dayBegins) {
        var wanted = now.truncatedTo(ChronoUnit.HOURS);
        var early = now.truncatedTo(ChronoUnit.MINUTES).minusMinutes(MINUTES_BEFORE);
        var least =
                around.stream()
                        .map(Timetable.Serving::to)
                        .filter(end -> !end.isAfter(now))
                        .max(Comparator.naturalOrder())
                        .filter(end -> end.isAfter(dayBegins))
                        .orElse(dayBegins);
        var from = wanted.isAfter(early) ? wanted : early;
        return from.isBefore(least) ? least : from;
    }

    /// Some hours, but over when the next meal begins.
    private static LocalDateTime end(
            List<Timetable.Serving> around, LocalDateTime now, LocalDateTime from) {
        var wanted = from.plusHours(HOURS_LONG);
        return around.stream()
                .map(Timetable.Serving::from)
                .filter(begin -> begin.isAfter(now))
                .min(Comparator.naturalOrder())
                .filter(begin -> begin.isBefore(wanted))
                .orElse(wanted);
    }

    /// What is served around a date, by the site or by any merchant.
    private List<Timetable.Serving> servings(Timetable timetable, LocalDate date) {
        var places = new ArrayList<Optional<MerchantId>>();
        places.add(Optional.empty());
        merchants.all().forEach(merchant -> places.add(Optional.of(merchant.id())));
        var servings = new ArrayList<Timetable.Serving>();
        for (var place : places) {
            for (int offset = -1; offset <= 1; offset++) {
                servings.addAll(timetable.servedOn(place, date.plusDays(offset)));
            }
        }
        return servings;
    }

    private static boolean covers(Timetable.Serving serving, LocalDateTime now) {
        return !now.isBefore(serving.from()) && now.isBefore(serving.to());
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), settings.current().zone());
    }

    private MealId meal(String name, String nameEn, MealKind kind, int order, Hours hours) {
        return find(name)
                .orElseGet(() ->
                        plan.add(
                                new NewMeal(
                                        name,
                                        Optional.of(nameEn),
                                        kind,
                                        order,
                                        hours,
                                        Optional.empty())))
                .id();
    }

    private Optional<Meal> find(String name) {
        return periods.meals().stream().filter(meal -> meal.name().equals(name)).findFirst();
    }

    private static Hours hours(int fromHour, int fromMinute, int toHour, int toMinute) {
        return new Hours(LocalTime.of(fromHour, fromMinute), LocalTime.of(toHour, toMinute));
    }
}
