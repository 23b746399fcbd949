package onecard.platform.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.people.GroupId;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;

/// All rules of the site at one moment, and what they say to a purchase. Pure and unchanging.
///
/// **Which rules speak.** Those made for the person's group and valid on the business day; where
/// there is none, the site defaults (`D-17`). Of these, a rule covers a purchase when place, day,
/// meal and time fit. One that allows purchases only at its times refuses the others.
///
/// **Limits.** Every limit of every rule that covers the purchase holds (`D-18`). The refusals come
/// in the order of `D-51`: outside the allowed times; purchases in the meal, day, week, month; the
/// single purchase; money in the meal, day, week, month. Where several rules forbid the same, the
/// strictest is named: the one that leaves least.
///
/// **Price.** Each price rule makes a candidate from the keyed amount; the lowest wins, of equal
/// ones the first by order; without any the keyed amount holds. The lowest surcharge is added then.
/// In count mode no money moves: allowed times and count limits hold, nothing else (`D-19`).
public final class Rulebook {
    private static final Comparator<Rule> BY_ORDER =
            Comparator.comparingInt(Rule::order).thenComparing(Rule::id);

    /// No rules: everything is allowed at the keyed price.
    public static final Rulebook EMPTY = new Rulebook(List.of());

    private final Map<GroupId, List<Rule>> byGroup = new HashMap<>();
    private final List<Rule> defaults = new ArrayList<>();
    private final Map<RuleId, Rule> byId = new HashMap<>();

    private Rulebook(Collection<Rule> rules) {
        for (Rule rule : rules.stream().sorted(BY_ORDER).toList()) {
            if (byId.put(rule.id(), rule) != null) {
                throw new IllegalArgumentException("Two rules are called " + rule.id());
            }
            if (rule.whom().siteDefault()) {
                defaults.add(rule);
            }
            for (GroupId group : rule.whom().groups()) {
                byGroup.computeIfAbsent(group, _ -> new ArrayList<>()).add(rule);
            }
        }
    }

    /// Returns the book of these rules.
    public static Rulebook of(Collection<Rule> rules) {
        return new Rulebook(rules);
    }

    /// Returns the rule of this identity, if it is switched on.
    public Optional<Rule> rule(RuleId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Returns all rules in their order.
    public List<Rule> rules() {
        return byId.values().stream().sorted(BY_ORDER).toList();
    }

    /// Returns the counters whose use must be known to decide this purchase; they are also the ones
    /// that grow by it.
    public List<Counter> countersFor(Occasion occasion) {
        return countersOf(covering(occasion), occasion);
    }

    /// Tells whether this purchase is one that the limits of this rule count.
    public boolean counts(Rule rule, Occasion occasion) {
        return speaking(occasion).contains(rule) && rule.covers(occasion);
    }

    /// Returns how far down a purse may go for this purchase, whatever limits would say (`D-41`).
    public CashTerms cashTerms(Occasion occasion) {
        return termsOf(covering(occasion));
    }

    /// Decides a purchase.
    public Verdict decide(Facts facts) {
        Occasion occasion = facts.occasion();
        List<Rule> rules = covering(occasion);
        Price price = facts.mode() == Mode.COUNT ? Price.NOTHING : new Pricer(facts).priceBy(rules);
        for (Rule rule : speaking(occasion)) {
            if (rule.when().onlyThen() && rule.actsAt(occasion) && !rule.when().covers(occasion)) {
                return new Verdict.Refused(
                        price, Refusal.OUTSIDE_TIME_WINDOW, rule.id(), Optional.empty());
            }
        }
        Optional<Verdict.Refused> refused = new LimitCheck(facts, rules, price).refusal();
        if (refused.isPresent()) {
            return refused.get();
        }
        return new Verdict.Allowed(price, termsOf(rules), countersOf(rules, occasion));
    }

    /// Returns the rules made for this person, be they in force or not; all valid on this day.
    private List<Rule> speaking(Occasion occasion) {
        List<Rule> own = new ArrayList<>();
        for (Rule rule : occasion.group().map(group -> byGroup.get(group)).orElse(List.of())) {
            if (rule.when().isValidOn(occasion.businessDay())) {
                own.add(rule);
            }
        }
        return own.isEmpty() ? defaults : own;
    }

    private List<Rule> covering(Occasion occasion) {
        List<Rule> covering = new ArrayList<>();
        for (Rule rule : speaking(occasion)) {
            if (rule.covers(occasion)) {
                covering.add(rule);
            }
        }
        return covering;
    }

    private static List<Counter> countersOf(List<Rule> rules, Occasion occasion) {
        List<Counter> counters = new ArrayList<>();
        for (Rule rule : rules) {
            for (Limit limit : rule.limits()) {
                counters.add(limit.counter(occasion));
            }
        }
        return List.copyOf(counters);
    }

    /// The strictest of what the rules say: the smallest overdraft, the largest minimum balance.
    private static CashTerms termsOf(List<Rule> rules) {
        Optional<Money> overdraft = Optional.empty();
        Money minimum = Money.ZERO;
        for (Rule rule : rules) {
            if (rule.overdraft().isPresent()) {
                Money said = rule.overdraft().get();
                overdraft = Optional.of(overdraft.map(said::min).orElse(said));
            }
            minimum = minimum.max(rule.minimumBalance().orElse(Money.ZERO));
        }
        return overdraft.isEmpty() && minimum.isZero()
                ? CashTerms.PLAIN
                : new CashTerms(overdraft.orElse(Money.ZERO), minimum);
    }
}
