package onecard.platform.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.Window;

/// Holds one purchase against every limit of every rule that covers it, in the order of `D-51`.
final class LimitCheck {
    private static final List<Window> WINDOWS =
            List.of(Window.MEAL, Window.DAY, Window.WEEK, Window.MONTH);

    /// The strictest first. Which of several rules is named must not hang on how they are sorted,
    /// as far as the figures differ at all.
    private static final Comparator<Verdict.Reached> STRICTEST_FIRST =
            Comparator.comparingLong(Verdict.Reached::left)
                    .thenComparingLong(Verdict.Reached::limit)
                    .thenComparing(Verdict.Reached::used, Comparator.reverseOrder());

    private final Facts facts;
    private final List<Rule> rules;
    private final Price price;

    LimitCheck(Facts facts, List<Rule> rules, Price price) {
        this.facts = facts;
        this.rules = rules;
        this.price = price;
    }

    Optional<Verdict.Refused> refusal() {
        Optional<Verdict.Refused> refused = inEachWindow(Refusal.COUNT_LIMIT);
        if (refused.isEmpty() && facts.mode() != Mode.COUNT) {
            refused = byPurchase();
        }
        if (refused.isEmpty() && facts.mode() != Mode.COUNT) {
            refused = inEachWindow(Refusal.AMOUNT_LIMIT);
        }
        return refused;
    }

    private Optional<Verdict.Refused> byPurchase() {
        Optional<Verdict.Refused> strictest = Optional.empty();
        for (Rule rule : rules) {
            if (rule.perPurchase().isPresent()) {
                var reached =
                        Verdict.Reached.ofAmount(
                                Window.PURCHASE, rule.perPurchase().get(), Money.ZERO);
                if (price.net().cents() > reached.left()) {
                    strictest = stricter(strictest, Refusal.PURCHASE_LIMIT, rule, reached);
                }
            }
        }
        return strictest;
    }

    private Optional<Verdict.Refused> inEachWindow(Refusal code) {
        for (Window window : WINDOWS) {
            Optional<Verdict.Refused> strictest = Optional.empty();
            for (Rule rule : rules) {
                for (Limit limit : rule.limits()) {
                    if (limit.window() == window) {
                        Optional<Verdict.Reached> reached = reached(code, limit);
                        if (reached.isPresent()) {
                            strictest = stricter(strictest, code, rule, reached.get());
                        }
                    }
                }
            }
            if (strictest.isPresent()) {
                return strictest;
            }
        }
        return Optional.empty();
    }

    private Optional<Verdict.Reached> reached(Refusal code, Limit limit) {
        UsedUp used = facts.usage().of(limit.counter(facts.occasion()));
        if (code == Refusal.COUNT_LIMIT) {
            return limit.count().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                                    Verdict.Reached.ofCount(
                                            limit.window(), limit.count().getAsInt(), used.count()))
                            .filter(reached -> reached.left() < 1);
        }
        return limit.amount()
                .map(amount -> Verdict.Reached.ofAmount(limit.window(), amount, used.net()))
                .filter(reached -> price.net().cents() > reached.left());
    }

    private Optional<Verdict.Refused> stricter(
            Optional<Verdict.Refused> before, Refusal code, Rule rule, Verdict.Reached reached) {
        boolean stricter =
                before.flatMap(Verdict.Refused::reached)
                        .map(other -> STRICTEST_FIRST.compare(reached, other) < 0)
                        .orElse(true);
        return stricter
                ? Optional.of(new Verdict.Refused(price, code, rule.id(), Optional.of(reached)))
                : before;
    }
}
