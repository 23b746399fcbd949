package onecard.platform.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Window;

/// Rules and purchases of a small world, from a seed: few groups, places and hours, so that they
/// meet often, and figures around the bounds.
final class RandomRules {
    private static final List<Mode> MODES = List.of(Mode.values());
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");
    private final RandomGenerator random;

    RandomRules(RandomGenerator random) {
        this.random = random;
    }

    List<SampleRule> rules(int most) {
        return IntStream.rangeClosed(1, random.nextInt(most + 1)).mapToObj(this::rule).toList();
    }

    SampleRule rule(int id) {
        SampleRule rule =
                random.nextInt(6) == 0
                        ? SampleRule.siteDefault(id)
                        : SampleRule.forGroups(id, some(3));
        rule.order(random.nextInt(4));
        sometimes(4, () -> rule.at(some(3)));
        sometimes(5, () -> rule.atTerminals(some(3)));
        when(rule);
        for (Window window : Window.values()) {
            sometimes(4, () -> rule.yuan(window, yuan()));
            if (window != Window.PURCHASE) {
                sometimes(4, () -> rule.times(window, random.nextInt(4)));
            }
        }
        sometimes(6, () -> rule.overdraft(yuan()));
        sometimes(6, () -> rule.minimumBalance(yuan()));
        return rule;
    }

    SampleRule priced(SampleRule rule) {
        switch (random.nextInt(6)) {
            case 0, 1 -> rule.priced(new Pricing.Discount(random.nextInt(10_001)));
            case 2 -> rule.priced(new Pricing.Fixed(SampleRule.money(yuan())));
            case 3 ->
                    rule.counting(Window.MEAL)
                            .priced(
                                    new Pricing.ByMealNumber(
                                            List.of(SampleRule.money(yuan())),
                                            SampleRule.money(yuan())));
            case 4 -> rule.priced(new Pricing.Surcharge(10_001 + random.nextInt(9_999), "extra"));
            default -> {}
        }
        return rule;
    }

    Occasion occasion() {
        LocalDate day = MONDAY.plusDays(random.nextInt(40));
        return new Occasion(
                random.nextInt(5) == 0
                        ? Optional.empty()
                        : Optional.of(new GroupId(1 + random.nextInt(4))),
                new MerchantId(1 + random.nextInt(3)),
                1 + random.nextInt(3),
                LocalDateTime.of(day, LocalTime.of(random.nextInt(24), 30 * random.nextInt(2))),
                random.nextInt(8) == 0 ? day.minusDays(1) : day,
                random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(new MealId(1 + random.nextInt(3))));
    }

    Facts facts() {
        Map<Counter, UsedUp> used = new HashMap<>();
        Mode mode = MODES.get(random.nextInt(MODES.size()));
        Money keyed = mode == Mode.COUNT ? Money.ZERO : SampleRule.money(yuan());
        Usage usage =
                counter ->
                        used.computeIfAbsent(
                                counter,
                                _ ->
                                        random.nextInt(3) == 0
                                                ? UsedUp.NOTHING
                                                : new UsedUp(
                                                        random.nextInt(4),
                                                        SampleRule.money(yuan())));
        return new Facts(occasion(), mode, keyed, usage);
    }

    String yuan() {
        return random.nextInt(13) + "." + (random.nextBoolean() ? "00" : "0" + random.nextInt(10));
    }

    private void when(SampleRule rule) {
        sometimes(4, () -> rule.inMeals(some(3)));
        sometimes(
                4,
                () -> {
                    int from = random.nextInt(24);
                    int to = (from + 1 + random.nextInt(23)) % 24;
                    rule.between("%02d:00".formatted(from), "%02d:00".formatted(to));
                });
        sometimes(5, () -> rule.on(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.SUNDAY));
        sometimes(6, () -> rule.from(MONDAY.plusDays(random.nextInt(30)).toString()));
        sometimes(6, () -> rule.to(MONDAY.plusDays(random.nextInt(40)).toString()));
        sometimes(
                5,
                () -> {
                    rule.between("06:00", "20:00");
                    rule.onlyThen();
                });
    }

    private Integer[] some(int of) {
        var chosen = new ArrayList<Integer>();
        for (int each = 1; each <= of; each++) {
            if (random.nextBoolean()) {
                chosen.add(each);
            }
        }
        return chosen.isEmpty()
                ? new Integer[] {1 + random.nextInt(of)}
                : chosen.toArray(Integer[]::new);
    }

    private void sometimes(int in, Runnable what) {
        if (random.nextInt(in) == 0) {
            what.run();
        }
    }
}
