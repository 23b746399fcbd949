package onecard.platform.rules;

import java.time.LocalTime;
import java.util.List;
import onecard.vocabulary.Window;

/// Which rules speak of a purchase, once more.
record NaiveScope(Occasion occasion) {

    List<Rule> inForce(List<Rule> rules) {
        List<Rule> own = rules.stream().filter(this::isForGroup).filter(this::valid).toList();
        List<Rule> mine =
                own.isEmpty()
                        ? rules.stream()
                                .filter(rule -> rule.whom().groups().isEmpty())
                                .filter(this::valid)
                                .toList()
                        : own;
        return mine.stream().filter(this::weekday).filter(this::place).toList();
    }

    private boolean isForGroup(Rule rule) {
        return occasion.group().filter(rule.whom().groups()::contains).isPresent();
    }

    private boolean valid(Rule rule) {
        return rule.when().from().filter(day -> day.isAfter(occasion.businessDay())).isEmpty()
                && rule.when().to().filter(day -> day.isBefore(occasion.businessDay())).isEmpty();
    }

    private boolean weekday(Rule rule) {
        return rule.when().weekdays().isEmpty()
                || rule.when().weekdays().contains(occasion.businessDay().getDayOfWeek());
    }

    private boolean place(Rule rule) {
        return (rule.where().merchants().isEmpty()
                        || rule.where().merchants().contains(occasion.merchant()))
                && (rule.where().terminals().isEmpty()
                        || rule.where().terminals().contains(occasion.terminal()));
    }

    boolean hour(Rule rule) {
        int now = occasion.at().toLocalTime().toSecondOfDay();
        return (rule.when().meals().isEmpty()
                        || occasion.meal().filter(rule.when().meals()::contains).isPresent())
                && (rule.when().times().isEmpty()
                        || rule.when().times().stream()
                                .anyMatch(each -> inside(now, each.from(), each.to())));
    }

    private static boolean inside(int now, LocalTime from, LocalTime to) {
        int length = Math.floorMod(to.toSecondOfDay() - from.toSecondOfDay(), 86_400);
        return Math.floorMod(now - from.toSecondOfDay(), 86_400) < length;
    }

    Span span(Window window) {
        var day = occasion.businessDay();
        return switch (window) {
            case MEAL ->
                    new Span(day, occasion.meal().isPresent() ? occasion.meal().get().value() : 0);
            case WEEK -> new Span(day.minusDays(day.getDayOfWeek().getValue() - 1L), 0);
            case MONTH -> new Span(day.minusDays(day.getDayOfMonth() - 1L), 0);
            case DAY, PURCHASE -> new Span(day, 0);
        };
    }
}
