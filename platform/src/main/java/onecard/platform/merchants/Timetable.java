package onecard.platform.merchants;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Says to which business day and meal a moment belongs, at which merchant. Immutable and pure: a
/// purchase asks it without a query.
///
/// Meals go by the clock on the wall: where clocks are put forward or back, a meal is served from
/// the hour the clock shows to the hour the clock shows.
public final class Timetable {
    private final ZoneId zone;
    private final LocalTime dayStart;
    private final List<Meal> meals;
    private final List<MealPeriod> periods;
    private final boolean overMidnight;
    private final Map<Place, TreeMap<LocalDate, Optional<Hours>>> hours = new HashMap<>();

    /// @param zone of the site
    /// @param dayStart when the business day begins (`D-15`)
    /// @param meals in the order of the site
    /// @param periods when they are served
    public Timetable(
            ZoneId zone,
            LocalTime dayStart,
            Collection<Meal> meals,
            Collection<MealPeriod> periods) {
        this.zone = zone;
        this.dayStart = dayStart;
        this.meals = List.copyOf(meals);
        this.periods = List.copyOf(periods);
        this.overMidnight =
                periods.stream()
                        .flatMap(period -> period.hours().stream())
                        .anyMatch(open -> open.crossesMidnight() || open.from().isBefore(dayStart));
        for (var period : periods) {
            hours.computeIfAbsent(new Place(period.meal(), period.merchant()), _ -> new TreeMap<>())
                    .put(period.validFrom(), period.hours());
        }
    }

    private record Place(MealId meal, Optional<MerchantId> merchant) {}

    /// A meal as it is served on one business day, by the clock on the wall.
    ///
    /// @param meal which
    /// @param businessDay the day on which it begins
    /// @param from when it begins
    /// @param to when it is over
    public record Serving(Meal meal, LocalDate businessDay, LocalDateTime from, LocalDateTime to) {
        boolean covers(LocalDateTime moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    /// Two meals that are served at the same time.
    ///
    /// @param merchant where; empty where the site default holds
    /// @param first the one that begins first
    /// @param second the one that begins before the first is over
    public record Overlap(Optional<MerchantId> merchant, Serving first, Serving second) {}

    /// Returns the business day and the meal of a moment at a merchant.
    public MealMoment at(MerchantId merchant, Instant moment) {
        var local = LocalDateTime.ofInstant(moment, zone);
        var today = siteDay(local);
        // A meal that began yesterday and still runs comes first: it cannot begin twice.
        for (var day : List.of(today.minusDays(1), today)) {
            for (var meal : meals) {
                var served = served(Optional.of(merchant), meal, day);
                if (served.isPresent() && served.get().covers(local)) {
                    return new MealMoment(day, Optional.of(meal));
                }
            }
        }
        return new MealMoment(today, Optional.empty());
    }

    /// Tells whether some meal runs on into the next day of the site, so that two merchants can be
    /// on different business days at one moment.
    public boolean crossesMidnight() {
        return overMidnight;
    }

    /// Returns the day of the site to which a moment belongs when no meal is served.
    public LocalDate siteDay(Instant moment) {
        return siteDay(LocalDateTime.ofInstant(moment, zone));
    }

    /// Returns the meals in the order of the site.
    public List<Meal> meals() {
        return meals;
    }

    /// Returns every period, of the site and of merchants, past, present and future.
    public List<MealPeriod> periods() {
        return periods;
    }

    /// Returns what is served on a business day, in order of the hour; without a merchant, what the
    /// site default says.
    public List<Serving> servedOn(Optional<MerchantId> merchant, LocalDate businessDay) {
        return meals.stream()
                .flatMap(meal -> served(merchant, meal, businessDay).stream())
                .sorted(Comparator.comparing(Serving::from))
                .toList();
    }

    /// Finds two meals that are served at the same time anywhere, on any day (`M-086`). From one
    /// change of the timetable to the next every day is like the other, so it is enough to look at
    /// the days around each change.
    public Optional<Overlap> overlap() {
        var places = new ArrayList<Optional<MerchantId>>();
        places.add(Optional.empty());
        periods.stream()
                .map(MealPeriod::merchant)
                .filter(Optional::isPresent)
                .distinct()
                .forEach(places::add);
        var changes = new TreeSet<LocalDate>();
        periods.forEach(period -> changes.add(period.validFrom()));
        return places.stream()
                .flatMap(place -> changes.stream().flatMap(day -> overlap(place, day).stream()))
                .findFirst();
    }

    private Optional<Overlap> overlap(Optional<MerchantId> merchant, LocalDate change) {
        var around = new ArrayList<Serving>();
        for (int offset = -1; offset <= 1; offset++) {
            around.addAll(servedOn(merchant, change.plusDays(offset)));
        }
        around.sort(Comparator.comparing(Serving::from));
        for (int i = 1; i < around.size(); i++) {
            if (around.get(i).from().isBefore(around.get(i - 1).to())) {
                return Optional.of(new Overlap(merchant, around.get(i - 1), around.get(i)));
            }
        }
        return Optional.empty();
    }

    private Optional<Serving> served(Optional<MerchantId> merchant, Meal meal, LocalDate day) {
        return hoursOf(merchant, meal.id(), day).map(open -> serving(meal, day, open));
    }

    private Optional<Hours> hoursOf(Optional<MerchantId> merchant, MealId meal, LocalDate day) {
        var own = merchant.isPresent() ? inForce(new Place(meal, merchant), day) : null;
        var valid = own != null ? own : inForce(new Place(meal, Optional.empty()), day);
        return valid == null ? Optional.empty() : valid.getValue();
    }

    private Map.@Nullable Entry<LocalDate, Optional<Hours>> inForce(Place place, LocalDate day) {
        var byDate = hours.get(place);
        return byDate == null ? null : byDate.floorEntry(day);
    }

    /// An hour before the start of the day still belongs to the business day before.
    private Serving serving(Meal meal, LocalDate day, Hours open) {
        var begins = open.from().isBefore(dayStart) ? day.plusDays(1) : day;
        var ends = open.crossesMidnight() ? begins.plusDays(1) : begins;
        return new Serving(meal, day, begins.atTime(open.from()), ends.atTime(open.to()));
    }

    private LocalDate siteDay(LocalDateTime local) {
        var date = local.toLocalDate();
        return local.toLocalTime().isBefore(dayStart) ? date.minusDays(1) : date;
    }
}
