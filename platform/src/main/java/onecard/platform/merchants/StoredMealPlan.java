package onecard.platform.merchants;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Changes meals and their hours, one editor at a time: whether meals overlap is a matter of all.
@Service
class StoredMealPlan implements MealPlan {
    private static final int NAME_MAX = 20;
    private static final int NAME_EN_MAX = 40;
    private static final int ORDER_MAX = 999;

    private final MealTable meals;
    private final MealPeriodTable periods;
    private final MerchantTable merchants;
    private final Settings settings;
    private final Versions versions;
    private final ObjectProvider<MealUse> uses;
    private final AuditTrail audit;
    private final Clock clock;

    StoredMealPlan(
            MealTable meals,
            MealPeriodTable periods,
            MerchantTable merchants,
            Settings settings,
            Versions versions,
            ObjectProvider<MealUse> uses,
            AuditTrail audit,
            Clock clock) {
        this.meals = meals;
        this.periods = periods;
        this.merchants = merchants;
        this.settings = settings;
        this.versions = versions;
        this.uses = uses;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Meal add(NewMeal wanted) {
        meals.lock();
        var meal =
                new NewMeal(
                        TypedLine.of("name", wanted.name(), NAME_MAX),
                        wanted.nameEn().map(name -> TypedLine.of("nameEn", name, NAME_EN_MAX)),
                        wanted.kind(),
                        order(wanted.order()),
                        wanted.hours(),
                        wanted.validFrom());
        var id = meals.add(meal).orElseThrow(() -> taken(meal.name()));
        var from = meal.validFrom().orElseGet(this::today);
        periods.put(id, Optional.empty(), Optional.of(meal.hours()), from);
        checkNothingOverlaps();
        versions.raise(Versioned.MERCHANTS);
        var added = new Meal(id, meal.name(), meal.nameEn(), meal.kind(), meal.order());
        audit.record(
                "merchants.meal-added",
                subject(added),
                details(Optional.empty(), Optional.of(meal.hours()), from));
        return added;
    }

    @Override
    @Transactional
    public Meal change(Meal wanted) {
        meals.lock();
        var before = find(wanted.id());
        var after =
                new Meal(
                        wanted.id(),
                        TypedLine.of("name", wanted.name(), NAME_MAX),
                        wanted.nameEn().map(name -> TypedLine.of("nameEn", name, NAME_EN_MAX)),
                        wanted.kind(),
                        order(wanted.order()));
        if (!meals.change(after)) {
            throw taken(after.name());
        }
        versions.raise(Versioned.MERCHANTS);
        audit.record("merchants.meal-changed", subject(after), Map.of("before", before.name()));
        return after;
    }

    @Override
    @Transactional
    public void serve(
            MealId meal,
            Optional<MerchantId> merchant,
            Optional<Hours> hours,
            LocalDate validFrom) {
        meals.lock();
        var served = find(meal);
        if (merchant.isPresent() && merchants.lock(merchant.get()).isEmpty()) {
            throw Problem.field("merchantId", "error.merchants.no-merchant");
        }
        periods.put(meal, merchant, hours, validFrom);
        checkNothingOverlaps();
        versions.raise(Versioned.MERCHANTS);
        audit.record("merchants.meal-served", subject(served), details(merchant, hours, validFrom));
    }

    @Override
    @Transactional
    public void removePeriod(MealId meal, int period) {
        meals.lock();
        var served = find(meal);
        if (!periods.remove(meal, period)) {
            throw Problem.notFound("meal-period", period);
        }
        checkNothingOverlaps();
        versions.raise(Versioned.MERCHANTS);
        audit.record("merchants.meal-period-removed", subject(served), Map.of("period", period));
    }

    @Override
    @Transactional
    public void remove(MealId id) {
        meals.lock();
        var meal = find(id);
        var rules = uses.stream().flatMap(use -> use.of(id).stream()).toList();
        if (!rules.isEmpty()) {
            throw inUse(rules);
        }
        try {
            meals.remove(id);
        } catch (DataIntegrityViolationException stillNamed) {
            throw inUse(rules);
        }
        versions.raise(Versioned.MERCHANTS);
        audit.record("merchants.meal-removed", subject(meal), Map.of());
    }

    private LocalDate today() {
        return settings.current().siteDay(clock.instant());
    }

    private Meal find(MealId id) {
        return meals.all().stream()
                .filter(meal -> meal.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("meal", id.value()));
    }

    private void checkNothingOverlaps() {
        var site = settings.current();
        new Timetable(site.zone(), site.dayStart(), meals.all(), periods.all())
                .overlap()
                .ifPresent(overlap -> {
                    throw overlapping(overlap);
                });
    }

    private static Problem overlapping(Timetable.Overlap overlap) {
        var problem =
                Problem.of(MerchantProblems.MEALS_OVERLAP)
                        .with("first", overlap.first().meal().name())
                        .with("firstTo", overlap.first().to().toLocalTime().toString())
                        .with("second", overlap.second().meal().name())
                        .with("secondFrom", overlap.second().from().toLocalTime().toString())
                        .with("day", overlap.second().businessDay().toString());
        return overlap.merchant()
                .map(merchant -> problem.with("merchantId", merchant.value()))
                .orElse(problem);
    }

    private static int order(int order) {
        if (order < 0 || order > ORDER_MAX) {
            throw Problem.field("order", "error.between", Map.of("from", 0, "to", ORDER_MAX));
        }
        return order;
    }

    private static Problem taken(String name) {
        return Problem.of(MerchantProblems.MEAL_TAKEN).with("name", name);
    }

    private static Problem inUse(List<String> rules) {
        return Problem.of(MerchantProblems.MEAL_IN_USE).with("rules", rules);
    }

    private static Map<String, Object> details(
            Optional<MerchantId> merchant, Optional<Hours> hours, LocalDate validFrom) {
        var details = new LinkedHashMap<String, Object>();
        merchant.ifPresent(id -> details.put("merchant", id.value()));
        details.put("hours", hours.map(open -> open.from() + "-" + open.to()).orElse("none"));
        details.put("validFrom", validFrom.toString());
        return details;
    }

    private static String subject(Meal meal) {
        return "meal " + meal.id().value() + " " + meal.name();
    }
}
