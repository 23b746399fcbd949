package onecard.platform.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.Window;

/// The rules once more, written as the decisions put them, without care for speed: every objection
/// is collected, sorted, and the first one answers. It shares no line with [Rulebook].
final class NaiveRulebook {
    private static final List<Window> WINDOWS =
            List.of(Window.MEAL, Window.DAY, Window.WEEK, Window.MONTH);

    record Objection(
            int rank, Refusal code, Window window, long left, long limit, long used, Rule rule) {}

    record Answer(List<Objection> objections, NaivePrice price) {}

    private final List<Rule> rules;

    NaiveRulebook(List<Rule> rules) {
        this.rules = rules;
    }

    Answer decide(Facts facts) {
        NaiveScope scope = new NaiveScope(facts.occasion());
        List<Rule> inForce = scope.inForce(rules);
        List<Rule> matching = inForce.stream().filter(scope::hour).toList();
        NaivePrice price = NaivePrice.of(facts, matching);
        var objections = new ArrayList<Objection>();
        for (Rule rule : inForce) {
            if (rule.when().onlyThen() && !scope.hour(rule)) {
                objections.add(
                        new Objection(
                                0, Refusal.OUTSIDE_TIME_WINDOW, Window.PURCHASE, 0, 0, 0, rule));
            }
        }
        for (Rule rule : matching) {
            rule.limits().forEach(limit -> objections.addAll(counts(facts, rule, limit)));
            if (facts.mode() != Mode.COUNT) {
                objections.addAll(purchase(rule, price.net()));
                rule.limits()
                        .forEach(limit -> objections.addAll(sums(facts, rule, limit, price.net())));
            }
        }
        objections.sort(
                Comparator.comparingInt(Objection::rank)
                        .thenComparingLong(Objection::left)
                        .thenComparingLong(Objection::limit)
                        .thenComparing(Objection::used, Comparator.reverseOrder())
                        .thenComparingInt(each -> each.rule().order())
                        .thenComparingInt(each -> each.rule().id().value()));
        return new Answer(objections, price);
    }

    private static UsedUp used(Facts facts, Limit limit) {
        Span span = new NaiveScope(facts.occasion()).span(limit.window());
        return facts.usage().of(new Counter(limit.id(), span));
    }

    private static List<Objection> counts(Facts facts, Rule rule, Limit limit) {
        if (limit.count().isEmpty() || used(facts, limit).count() < limit.count().getAsInt()) {
            return List.of();
        }
        return List.of(
                new Objection(
                        1 + WINDOWS.indexOf(limit.window()),
                        Refusal.COUNT_LIMIT,
                        limit.window(),
                        0,
                        limit.count().getAsInt(),
                        used(facts, limit).count(),
                        rule));
    }

    private static List<Objection> purchase(Rule rule, long net) {
        return rule.perPurchase().stream()
                .filter(most -> net > most.cents())
                .map(most ->
                        new Objection(
                                5,
                                Refusal.PURCHASE_LIMIT,
                                Window.PURCHASE,
                                most.cents(),
                                most.cents(),
                                0,
                                rule))
                .toList();
    }

    private static List<Objection> sums(Facts facts, Rule rule, Limit limit, long net) {
        if (limit.amount().isEmpty()) {
            return List.of();
        }
        long most = limit.amount().get().cents();
        long spent = used(facts, limit).net().cents();
        long left = Math.max(0, most - spent);
        return net <= left
                ? List.of()
                : List.of(
                        new Objection(
                                6 + WINDOWS.indexOf(limit.window()),
                                Refusal.AMOUNT_LIMIT,
                                limit.window(),
                                left,
                                most,
                                spent,
                                rule));
    }
}
