package onecard.platform.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import onecard.vocabulary.Money;
import onecard.vocabulary.Window;

/// One trade rule (交易规则) that is switched on.
///
/// @param order rules of a lower order go first where two make the same price
/// @param whom the groups it acts on (`M-213`)
/// @param limits at most one for each kind of window
/// @param perPurchase the most that one purchase may cost (单次限额, `M-217`)
/// @param overdraft how far below nothing the cash purse may go, if the rule says so
/// @param minimumBalance what must stay in the cash purse, if the rule says so
public record Rule(
        RuleId id,
        String name,
        int order,
        Whom whom,
        Where where,
        When when,
        List<Limit> limits,
        Optional<Money> perPurchase,
        Optional<Pricing> pricing,
        Optional<Money> overdraft,
        Optional<Money> minimumBalance) {
    public Rule {
        limits = List.copyOf(limits);
        if (limits.stream().map(Limit::window).distinct().count() != limits.size()) {
            throw new IllegalArgumentException("A rule has one limit for each kind of window");
        }
        if (pricing.isPresent()
                && pricing.get() instanceof Pricing.ByMealNumber
                && limits.stream().noneMatch(limit -> limit.window() == Window.MEAL)) {
            throw new IllegalArgumentException("A price by the number of the meal counts meals");
        }
    }

    /// The people a rule acts on.
    ///
    /// @param groups these groups
    /// @param siteDefault or everybody for whom no other rule is made (`D-17`)
    public record Whom(Set<GroupId> groups, boolean siteDefault) {
        public Whom {
            groups = Set.copyOf(groups);
            if (siteDefault != groups.isEmpty()) {
                throw new IllegalArgumentException("A rule names groups or is a site default");
            }
        }
    }

    /// The places a rule acts at; an empty set means all of them.
    public record Where(Set<MerchantId> merchants, Set<Integer> terminals) {
        /// Everywhere.
        public static final Where ANYWHERE = new Where(Set.of(), Set.of());

        public Where {
            merchants = Set.copyOf(merchants);
            terminals = Set.copyOf(terminals);
        }

        boolean covers(Occasion occasion) {
            return (merchants.isEmpty() || merchants.contains(occasion.merchant()))
                    && (terminals.isEmpty() || terminals.contains(occasion.terminal()));
        }
    }

    /// The time a rule acts. Weekdays and dates are those of the business day and say when the rule
    /// is in force; meals and times say when it covers a purchase.
    ///
    /// @param meals these meals; empty means every time, meal or not
    /// @param times these times of day (`M-215`); empty means the whole day
    /// @param weekdays these weekdays; empty means all
    /// @param from the first day, if there is one
    /// @param to the last day, if there is one
    /// @param onlyThen whether purchases outside these meals and times are refused while the rule
    ///   is in force
    public record When(
            Set<MealId> meals,
            List<Times> times,
            Set<DayOfWeek> weekdays,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            boolean onlyThen) {
        /// At all times.
        public static final When ALWAYS =
                new When(Set.of(), List.of(), Set.of(), Optional.empty(), Optional.empty(), false);

        public When {
            meals = Set.copyOf(meals);
            times = List.copyOf(times);
            weekdays = Set.copyOf(weekdays);
            if (onlyThen && meals.isEmpty() && times.isEmpty()) {
                throw new IllegalArgumentException("Allowed times need meals or times");
            }
        }

        boolean isValidOn(LocalDate day) {
            return (from.isEmpty() || !day.isBefore(from.get()))
                    && (to.isEmpty() || !day.isAfter(to.get()));
        }

        boolean isInForceOn(LocalDate day) {
            return isValidOn(day) && (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()));
        }

        boolean covers(Occasion occasion) {
            return (meals.isEmpty() || occasion.meal().filter(meals::contains).isPresent())
                    && (times.isEmpty() || isTime(occasion.at().toLocalTime()));
        }

        private boolean isTime(LocalTime time) {
            for (Times stretch : times) {
                if (stretch.hold(time)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// A stretch of the day. It may run over midnight; to 00:00 means to the end of the day.
    ///
    /// @param from the first moment of it
    /// @param to the first moment after it
    public record Times(LocalTime from, LocalTime to) {
        public Times {
            if (from.equals(to)) {
                throw new IllegalArgumentException("A stretch of the day has a length");
            }
        }

        boolean hold(LocalTime time) {
            boolean begun = !time.isBefore(from);
            boolean over = !time.isBefore(to);
            return from.isBefore(to) ? begun && !over : begun || !over;
        }
    }

    /// Tells whether this purchase is one that the rule covers and its limits count.
    public boolean covers(Occasion occasion) {
        return actsAt(occasion) && when.covers(occasion);
    }

    /// Tells whether the rule is in force at this place and on this day, at whatever hour.
    boolean actsAt(Occasion occasion) {
        return where.covers(occasion) && when.isInForceOn(occasion.businessDay());
    }
}
