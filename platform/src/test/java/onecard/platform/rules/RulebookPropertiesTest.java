package onecard.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every rule book, tried on thousands of random ones. The seed is the argument.
class RulebookPropertiesTest {
    private static final int BOOKS = 400;
    private static final int PURCHASES = 25;

    private interface Property {
        void holds(RandomRules world, Random random, List<SampleRule> rules);
    }

    private static void forManyBooks(long seed, int rulesMost, Property property) {
        RandomGenerator seeds = new Random(seed);
        for (int n = 0; n < BOOKS; n++) {
            long own = seeds.nextLong();
            Random random = new Random(own);
            RandomRules world = new RandomRules(random);
            try {
                property.holds(world, random, world.rules(rulesMost));
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("seed " + own, failed);
            }
        }
    }

    private static List<Rule> built(List<SampleRule> rules) {
        return rules.stream().map(SampleRule::rule).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @DisplayName("M-221 D-18 D-51 two independent readings of the decisions never differ")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_naive_evaluator_says_the_same(long seed) {
        int[] seen = new int[5];
        forManyBooks(
                seed,
                7,
                (world, _, samples) -> {
                    List<Rule> rules = built(samples.stream().map(world::priced).toList());
                    for (int n = 0; n < PURCHASES; n++) {
                        compare(rules, world.facts(), seen);
                    }
                });
        assertThat(seen).as("every kind of ending was met").doesNotContain(0);
    }

    private static void compare(List<Rule> rules, Facts facts, int[] seen) {
        Verdict verdict = Rulebook.of(rules).decide(facts);
        NaiveRulebook.Answer naive = new NaiveRulebook(rules).decide(facts);
        assertThat(verdict.price().gross().cents()).isEqualTo(naive.price().gross());
        assertThat(verdict.price().discount().cents()).isEqualTo(naive.price().discount());
        assertThat(verdict.price().surchargeAmount().cents()).isEqualTo(naive.price().surcharge());
        assertThat(verdict.price().net().cents()).isEqualTo(naive.price().net());
        switch (verdict) {
            case Verdict.Allowed allowed -> {
                assertThat(naive.objections()).isEmpty();
                assertThat(allowed.toCount())
                        .isEqualTo(Rulebook.of(rules).countersFor(facts.occasion()));
                seen[0]++;
            }
            case Verdict.Refused refused -> {
                NaiveRulebook.Objection first = naive.objections().getFirst();
                assertThat(refused.code()).isEqualTo(first.code());
                assertThat(refused.rule()).isEqualTo(first.rule().id());
                refused.reached()
                        .ifPresent(reached ->
                                assertThat(reached)
                                        .isEqualTo(
                                                new Verdict.Reached(
                                                        first.window(),
                                                        first.limit(),
                                                        first.used(),
                                                        first.left())));
                seen[refused.code().code() - 15]++;
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @DisplayName("D-18 one rule more never allows what was refused")
    @ValueSource(longs = {11, 12, 13})
    void adding_a_rule_never_loosens_a_limit(long seed) {
        forManyBooks(
                seed,
                5,
                (world, _, samples) -> {
                    // Without prices: a further price rule may make a purchase cheaper. Without
                    // site
                    // defaults: they give way to the first rule that is made for a person (D-17).
                    List<Rule> rules =
                            built(samples).stream()
                                    .filter(rule -> !rule.whom().siteDefault())
                                    .toList();
                    Rule further = world.rule(99).rule();
                    if (further.whom().siteDefault()) {
                        return;
                    }
                    List<Rule> more = new ArrayList<>(rules);
                    more.add(further);
                    for (int n = 0; n < PURCHASES; n++) {
                        Facts facts = world.facts();
                        if (Rulebook.of(rules).decide(facts) instanceof Verdict.Refused before) {
                            assertThat(Rulebook.of(more).decide(facts))
                                    .isInstanceOfSatisfying(
                                            Verdict.Refused.class,
                                            after ->
                                                    assertThat(after.code())
                                                            .isLessThanOrEqualTo(before.code()));
                        }
                    }
                });
    }

    @ParameterizedTest(name = "seed {0}")
    @DisplayName("M-221 the order of rules changes neither price nor refusal nor its figures")
    @ValueSource(longs = {21, 22, 23})
    void the_order_of_rules_does_not_change_refusals(long seed) {
        forManyBooks(
                seed,
                6,
                (world, random, samples) -> {
                    samples.forEach(world::priced);
                    List<Rule> rules = built(samples);
                    List<SampleRule> mixed = new ArrayList<>(samples);
                    Collections.shuffle(mixed, random);
                    for (int place = 0; place < mixed.size(); place++) {
                        mixed.get(place).order(place);
                    }
                    Collections.shuffle(mixed, random);
                    List<Rule> reordered = built(mixed);
                    for (int n = 0; n < PURCHASES; n++) {
                        Facts facts = world.facts();
                        assertThat(withoutNames(Rulebook.of(reordered).decide(facts)))
                                .isEqualTo(withoutNames(Rulebook.of(rules).decide(facts)));
                    }
                });
    }

    private static List<Object> withoutNames(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed(var price, var cash, _) ->
                    List.of(price.net(), price.surchargeAmount(), cash);
            case Verdict.Refused(var price, var code, _, var reached) ->
                    List.of(price.net(), code, reached);
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @DisplayName("D-18 a day bought through never passes a limit, whatever the purchases")
    @ValueSource(longs = {31, 32, 33})
    void what_is_allowed_never_adds_up_to_more_than_a_limit(long seed) {
        forManyBooks(
                seed,
                4,
                (world, _, samples) -> {
                    List<Rule> rules = built(samples.stream().map(world::priced).toList());
                    Rulebook book = Rulebook.of(rules);
                    var used = new java.util.HashMap<Counter, UsedUp>();
                    Usage usage = counter -> used.getOrDefault(counter, UsedUp.NOTHING);
                    Occasion occasion = world.occasion();
                    for (int n = 0; n < PURCHASES; n++) {
                        Money keyed = SampleRule.money(world.yuan());
                        Facts facts = new Facts(occasion, Mode.FIXED_AMOUNT, keyed, usage);
                        if (book.decide(facts) instanceof Verdict.Allowed allowed) {
                            allowed.toCount()
                                    .forEach(counter ->
                                            used.put(
                                                    counter,
                                                    usage.of(counter).plus(allowed.price().net())));
                        }
                    }
                    for (Rule rule : rules) {
                        for (Limit limit : rule.limits()) {
                            UsedUp sum = usage.of(limit.counter(occasion));
                            limit.count()
                                    .ifPresent(most ->
                                            assertThat(sum.count()).isLessThanOrEqualTo(most));
                            limit.amount()
                                    .ifPresent(most ->
                                            assertThat(sum.net()).isLessThanOrEqualTo(most));
                        }
                    }
                });
    }
}
