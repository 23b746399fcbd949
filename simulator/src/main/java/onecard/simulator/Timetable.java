package onecard.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When people come to eat: meals, and how many come to one till in an hour. They come one by one,
/// few at the beginning and the end of a meal and most in its middle.
///
/// @param meals none of which may cross midnight
public record Timetable(ZoneId zone, List<Meal> meals) {
    /// Two people cannot hold their cards to one reader faster than this.
    private static final Duration HUMAN = Duration.ofSeconds(2);

    /// In the middle of a meal so many per cent of the average come, at its ends the rest to 200.
    private static final int RUSH_PERCENT = 160;

    /// A meal at one till.
    ///
    /// @param from first minute
    /// @param to end, not included
    /// @param salesPerHour on the average, 1 to 1,200
    public record Meal(String name, LocalTime from, LocalTime to, int salesPerHour) {
        public Meal {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException(
                        "A meal ends after it begins, not " + from + " to " + to);
            }
            if (salesPerHour < 1 || salesPerHour > 1_200) {
                throw new IllegalArgumentException(
                        "1 to 1200 sales in an hour, not " + salesPerHour);
            }
        }
    }

    public Timetable {
        meals = List.copyOf(meals);
    }

    /// Returns how long it takes until the next person comes; empty if nobody ever does.
    public Optional<Duration> next(Instant at, RandomGenerator random) {
        if (meals.isEmpty()) {
            return Optional.empty();
        }
        ZonedDateTime begun = at.atZone(zone);
        ZonedDateTime moment = begun;
        while (true) {
            Optional<Meal> meal = at(moment.toLocalTime());
            if (meal.isEmpty()) {
                moment = nextMeal(moment);
                continue;
            }
            moment = moment.plus(gap(meal.get(), random));
            if (at(moment.toLocalTime()).equals(meal) && comes(meal.get(), moment, random)) {
                Duration wait = Duration.between(begun, moment);
                return Optional.of(wait.compareTo(HUMAN) < 0 ? HUMAN : wait);
            }
        }
    }

    private Optional<Meal> at(LocalTime time) {
        return meals.stream()
                .filter(meal -> !time.isBefore(meal.from()) && time.isBefore(meal.to()))
                .findFirst();
    }

    private ZonedDateTime nextMeal(ZonedDateTime moment) {
        LocalTime time = moment.toLocalTime();
        return meals.stream()
                .map(Meal::from)
                .filter(from -> from.isAfter(time))
                .min(LocalTime::compareTo)
                .map(moment::with)
                .orElseGet(() ->
                        moment.plusDays(1)
                                .with(
                                        meals.stream()
                                                .map(Meal::from)
                                                .min(LocalTime::compareTo)
                                                .orElseThrow()));
    }

    /// Draws a gap as if it were always the rush; [#comes] then thins out.
    private static Duration gap(Meal meal, RandomGenerator random) {
        long meanMillis = Duration.ofHours(1).toMillis() * 100 / RUSH_PERCENT / meal.salesPerHour();
        return Duration.ofMillis(1 + Math.round(random.nextExponential() * meanMillis));
    }

    private static boolean comes(Meal meal, ZonedDateTime moment, RandomGenerator random) {
        long whole = Duration.between(meal.from(), meal.to()).toMillis();
        long since = Duration.between(meal.from(), moment.toLocalTime()).toMillis();
        long toMiddle = Math.abs(2 * since - whole);
        int ends = 200 - RUSH_PERCENT;
        long percent = RUSH_PERCENT - (RUSH_PERCENT - ends) * toMiddle / whole;
        return random.nextLong(RUSH_PERCENT) < percent;
    }
}
