package onecard.platform.rules;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onecard.platform.merchants.Meal;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MealPeriods;
import onecard.platform.merchants.Merchant;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.GroupId;
import onecard.platform.people.Groups;
import onecard.platform.people.PersonGroup;
import onecard.platform.system.Problem;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Component;

/// Says what is wrong with a rule, all of it at once and field by field.
@Component
class RuleCheck {
    private static final int RULES_MAX = 500;
    private static final int ORDER_MAX = 9_999;
    private static final int TIMES_MAX = 12;
    private static final int COUNT_MAX = 10_000;
    private static final long CENTS_MAX = 1_000_000_000L;
    private static final long PRICE_MAX = 9_999_999L;
    private static final int PRICES_MAX = 10;
    private static final int SURCHARGE_MAX = 100_000;
    private static final int ACCOUNT_MAX = 40;

    private final Groups groups;
    private final Merchants merchants;
    private final MealPeriods meals;

    RuleCheck(Groups groups, Merchants merchants, MealPeriods meals) {
        this.groups = groups;
        this.merchants = merchants;
        this.meals = meals;
    }

    /// Checks a form before it becomes a draft: whatever a record's own checks would throw for.
    static void mustBeWellFormed(RuleForm form) {
        var errors = new Errors();
        form.times()
                .forEach(each ->
                        errors.when(
                                each.from().equals(each.to()),
                                "times",
                                "error.rules.times-length"));
        form.weekdays()
                .forEach(day ->
                        errors.unlessBetween(
                                "weekdays",
                                day,
                                DayOfWeek.MONDAY.getValue(),
                                DayOfWeek.SUNDAY.getValue()));
        ids(errors, "groups", form.groups());
        ids(errors, "merchants", form.merchants());
        ids(errors, "terminals", form.terminals());
        ids(errors, "meals", form.meals());
        form.price().ifPresent(price -> price(errors, price));
        errors.mustBeNone();
    }

    private static void ids(Errors errors, String field, List<Integer> ids) {
        errors.when(ids.stream().anyMatch(id -> id < 1), field, "error.rules.no-such");
    }

    private static void price(Errors errors, RuleForm.PriceForm price) {
        List<Long> cents = price.cents().orElse(List.of());
        switch (price.kind()) {
            case DISCOUNT ->
                    errors.unlessBetween(
                            "price.basisPoints", price.basisPoints().orElse(-1), 0, Money.WHOLE_BP);
            case FIXED -> prices(errors, cents, 1);
            case BY_MEAL_NUMBER -> {
                prices(errors, cents, PRICES_MAX);
                errors.unlessBetween(
                        "price.thenCents", price.thenCents().orElse(-1L), 0, PRICE_MAX);
            }
            case SURCHARGE -> {
                errors.unlessBetween(
                        "price.basisPoints",
                        price.basisPoints().orElse(-1),
                        Money.WHOLE_BP + 1,
                        SURCHARGE_MAX);
                errors.line("price.account", price.account().orElse(""), ACCOUNT_MAX);
            }
        }
    }

    private static void prices(Errors errors, List<Long> cents, int most) {
        errors.when(cents.isEmpty() || cents.size() > most, "price.cents", "error.rules.prices");
        cents.forEach(price -> errors.unlessBetween("price.cents", price, 0, PRICE_MAX));
    }

    /// Refuses a draft that makes no sense, alone or among the other rules.
    void mustMakeSense(RuleDraft draft, List<RuleEntry> others, Optional<RuleId> own) {
        var errors = new Errors();
        errors.line("name", draft.name(), RuleDraft.NAME_MAX);
        errors.when(
                others.stream()
                        .anyMatch(other ->
                                own.filter(other.id()::equals).isEmpty()
                                        && other.draft().name().equals(draft.name())),
                "name",
                "error.rules.name-taken");
        errors.when(own.isEmpty() && others.size() >= RULES_MAX, "name", "error.rules.too-many");
        errors.unlessBetween("order", draft.order(), 0, ORDER_MAX);
        whom(errors, draft);
        when(errors, draft);
        figures(errors, draft);
        errors.mustBeNone();
    }

    private void whom(Errors errors, RuleDraft draft) {
        errors.when(
                draft.siteDefault() != draft.groups().isEmpty(),
                "groups",
                draft.siteDefault() ? "error.rules.groups-and-all" : "error.rules.groups");
        Set<GroupId> knownGroups =
                groups.all().stream().map(PersonGroup::id).collect(Collectors.toSet());
        Set<MerchantId> knownMerchants =
                merchants.all().stream().map(Merchant::id).collect(Collectors.toSet());
        Set<MealId> knownMeals = meals.meals().stream().map(Meal::id).collect(Collectors.toSet());
        errors.unlessKnown("groups", draft.groups(), knownGroups);
        errors.unlessKnown("merchants", draft.merchants(), knownMerchants);
        errors.unlessKnown("meals", draft.meals(), knownMeals);
    }

    private static void when(Errors errors, RuleDraft draft) {
        errors.unlessBetween("times", draft.times().size(), 0, TIMES_MAX);
        errors.when(
                draft.validFrom().isPresent()
                        && draft.validTo().isPresent()
                        && draft.validTo().get().isBefore(draft.validFrom().get()),
                "validTo",
                "error.rules.dates");
        errors.when(
                draft.onlyThen() && draft.meals().isEmpty() && draft.times().isEmpty(),
                "allowedOnlyInTimes",
                "error.rules.only-when");
    }

    private static void figures(Errors errors, RuleDraft draft) {
        draft.countLimits()
                .forEach((window, most) ->
                        errors.unlessBetween("countLimits." + field(window), most, 0, COUNT_MAX));
        draft.amountLimits()
                .forEach((window, most) ->
                        errors.unlessBetween(
                                "amountLimits." + field(window), most.cents(), 0, CENTS_MAX));
        draft.overdraft()
                .ifPresent(
                        most -> errors.unlessBetween("overdraftCents", most.cents(), 0, CENTS_MAX));
        draft.minimumBalance()
                .ifPresent(least ->
                        errors.unlessBetween("minimumBalanceCents", least.cents(), 0, CENTS_MAX));
    }

    private static String field(onecard.vocabulary.Window window) {
        return window.name().toLowerCase(java.util.Locale.ROOT);
    }

    /// What is wrong so far.
    private static final class Errors {
        private final List<Problem.FieldError> found = new ArrayList<>();

        void when(boolean wrong, String field, String message) {
            if (wrong) {
                found.add(new Problem.FieldError(field, message, Map.of()));
            }
        }

        void unlessBetween(String field, long value, long from, long to) {
            if (value < from || value > to) {
                found.add(
                        new Problem.FieldError(
                                field, "error.between", Map.of("from", from, "to", to)));
            }
        }

        void line(String field, String text, int most) {
            boolean plain = text.chars().noneMatch(Character::isISOControl);
            if (text.isBlank() || !text.strip().equals(text) || !plain) {
                when(true, field, "error.rules.line");
            } else if (text.length() > most) {
                found.add(
                        new Problem.FieldError(field, "error.rules.too-long", Map.of("max", most)));
            }
        }

        <T> void unlessKnown(String field, Set<T> named, Set<T> known) {
            Set<T> unknown = new HashSet<>(named);
            unknown.removeAll(known);
            when(!unknown.isEmpty(), field, "error.rules.no-such");
        }

        void mustBeNone() {
            if (!found.isEmpty()) {
                throw Problem.fields(found);
            }
        }
    }
}
