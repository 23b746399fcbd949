package onecard.platform.merchants;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The meals of the site and their hours.
@RestController
@RequestMapping("/api/v1/meals")
class MealsController {
    private final MealPeriods timetable;
    private final MealPlan plan;
    private final Clock clock;

    MealsController(MealPeriods timetable, MealPlan plan, Clock clock) {
        this.timetable = timetable;
        this.plan = plan;
        this.clock = clock;
    }

    record NewMealBody(
            @NotNull String name,
            Optional<String> nameEn,
            @NotNull MealKind kind,
            int order,
            @NotNull LocalTime from,
            @NotNull LocalTime to,
            Optional<LocalDate> validFrom) {}

    record MealPatch(
            Optional<String> name,
            Optional<String> nameEn,
            Optional<MealKind> kind,
            Optional<Integer> order) {}

    /// @param served false if the meal is not served from that day on; then without hours
    record PeriodBody(
            Optional<@Positive Integer> merchantId,
            @NotNull LocalDate validFrom,
            Optional<LocalTime> from,
            Optional<LocalTime> to,
            Optional<Boolean> served) {}

    record PeriodRow(
            int id,
            Optional<Integer> merchantId,
            @JsonFormat(pattern = "HH:mm") Optional<LocalTime> from,
            @JsonFormat(pattern = "HH:mm") Optional<LocalTime> to,
            boolean served,
            LocalDate validFrom) {
        static PeriodRow of(MealPeriod period) {
            return new PeriodRow(
                    period.id(),
                    period.merchant().map(MerchantId::value),
                    period.hours().map(Hours::from),
                    period.hours().map(Hours::to),
                    period.hours().isPresent(),
                    period.validFrom());
        }
    }

    /// @param from when the site serves it today; absent if it does not
    /// @param validFrom since when these hours hold
    /// @param periods all its hours, of the site and of merchants, by date
    record MealRow(
            int id,
            String name,
            Optional<String> nameEn,
            MealKind kind,
            int order,
            @JsonFormat(pattern = "HH:mm") Optional<LocalTime> from,
            @JsonFormat(pattern = "HH:mm") Optional<LocalTime> to,
            Optional<LocalDate> validFrom,
            List<PeriodRow> periods) {}

    record MealList(List<MealRow> items) {}

    @Needs(Permission.SEE_MERCHANTS)
    @GetMapping
    MealList listMeals() {
        var now = timetable.current();
        return new MealList(now.meals().stream().map(meal -> row(meal, now)).toList());
    }

    @Needs(Permission.EDIT_MEALS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MealRow addMeal(@Valid @RequestBody NewMealBody body) {
        var meal =
                plan.add(
                        new NewMeal(
                                body.name(),
                                body.nameEn().filter(name -> !name.isBlank()),
                                body.kind(),
                                body.order(),
                                hours(body.from(), body.to()),
                                body.validFrom()));
        return row(meal, timetable.current());
    }

    @Needs(Permission.EDIT_MEALS)
    @PatchMapping("/{id}")
    MealRow changeMeal(@PathVariable @Positive int id, @RequestBody MealPatch patch) {
        var before = find(id);
        var after =
                plan.change(
                        new Meal(
                                before.id(),
                                patch.name().orElse(before.name()),
                                patch.nameEn().or(before::nameEn).filter(name -> !name.isBlank()),
                                patch.kind().orElse(before.kind()),
                                patch.order().orElse(before.order())));
        return row(after, timetable.current());
    }

    @Needs(Permission.EDIT_MEALS)
    @PutMapping("/{id}/periods")
    MealRow setMealPeriod(@PathVariable @Positive int id, @Valid @RequestBody PeriodBody body) {
        boolean served = body.served().orElse(true);
        if (served && (body.from().isEmpty() || body.to().isEmpty())) {
            throw Problem.field(body.from().isEmpty() ? "from" : "to", "error.merchants.required");
        }
        plan.serve(
                new MealId(id),
                body.merchantId().map(MerchantId::new),
                served
                        ? Optional.of(hours(body.from().orElseThrow(), body.to().orElseThrow()))
                        : Optional.empty(),
                body.validFrom());
        return row(find(id), timetable.current());
    }

    @Needs(Permission.EDIT_MEALS)
    @DeleteMapping("/{id}/periods/{period}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeMealPeriod(@PathVariable @Positive int id, @PathVariable @Positive int period) {
        plan.removePeriod(new MealId(id), period);
    }

    @Needs(Permission.EDIT_MEALS)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeMeal(@PathVariable @Positive int id) {
        plan.remove(new MealId(id));
    }

    private Meal find(int id) {
        return timetable.meals().stream()
                .filter(meal -> meal.id().value() == id)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("meal", id));
    }

    private MealRow row(Meal meal, Timetable now) {
        var today = now.siteDay(clock.instant());
        var periods =
                now.periods().stream().filter(period -> period.meal().equals(meal.id())).toList();
        var valid =
                periods.stream()
                        .filter(period -> period.merchant().isEmpty())
                        .filter(period -> !period.validFrom().isAfter(today))
                        .reduce((_, later) -> later);
        var hours = valid.flatMap(MealPeriod::hours);
        return new MealRow(
                meal.id().value(),
                meal.name(),
                meal.nameEn(),
                meal.kind(),
                meal.order(),
                hours.map(Hours::from),
                hours.map(Hours::to),
                hours.flatMap(_ -> valid).map(MealPeriod::validFrom),
                periods.stream().map(PeriodRow::of).toList());
    }

    private static Hours hours(LocalTime from, LocalTime to) {
        var begins = from.truncatedTo(ChronoUnit.MINUTES);
        var ends = to.truncatedTo(ChronoUnit.MINUTES);
        if (begins.equals(ends)) {
            throw Problem.field("to", "error.merchants.takes-no-time");
        }
        return new Hours(begins, ends);
    }
}
