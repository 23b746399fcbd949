package onecard.platform.rules;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import onecard.platform.merchants.Meal;
import onecard.platform.merchants.MealPeriods;
import onecard.platform.merchants.Merchant;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.Groups;
import onecard.platform.people.PersonGroup;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import onecard.vocabulary.Money;
import onecard.vocabulary.Window;
import org.springframework.stereotype.Component;

/// Says in one sentence what a rule means, so that whoever wrote it sees whether it is what was
/// meant: 学生在第一食堂午餐每餐限 1 次、每天最多 30.00 元，按九折收费。
@Component
class RuleSentence {
    private static final String WORDS = "rules.sentence.";
    private static final List<Window> WINDOWS = List.of(Window.values());

    /// From here on a discount in whole per cent is called by its tenths.
    private static final int TENTH_BP = 1_000;

    private static final int PERCENT_BP = 100;

    private final Messages messages;
    private final Groups groups;
    private final Merchants merchants;
    private final MealPeriods meals;

    RuleSentence(Messages messages, Groups groups, Merchants merchants, MealPeriods meals) {
        this.messages = messages;
        this.groups = groups;
        this.merchants = merchants;
        this.meals = meals;
    }

    String of(Language language, RuleDraft draft) {
        return new Speaker(language).sentence(draft);
    }

    /// One language's way of putting it.
    private final class Speaker {
        private final Language language;

        Speaker(Language language) {
            this.language = language;
        }

        String sentence(RuleDraft draft) {
            String sentence =
                    say(
                            "whole",
                            Map.of(
                                    "who", who(draft),
                                    "where", where(draft),
                                    "when", when(draft),
                                    "what", what(draft)));
            return draft.active() ? sentence : say("off", Map.of("sentence", sentence));
        }

        private String who(RuleDraft draft) {
            return draft.siteDefault()
                    ? say("everybody-else")
                    : names(draft.groups(), groups.all(), PersonGroup::id, PersonGroup::name);
        }

        private String where(RuleDraft draft) {
            String text = "";
            if (!draft.merchants().isEmpty()) {
                text +=
                        say(
                                "at",
                                Map.of(
                                        "merchants",
                                        names(
                                                draft.merchants(),
                                                merchants.all(),
                                                Merchant::id,
                                                Merchant::name)));
            }
            if (!draft.terminals().isEmpty()) {
                text += say("on-terminals", Map.of("count", draft.terminals().size()));
            }
            return text;
        }

        private String when(RuleDraft draft) {
            var text = new StringBuilder();
            draft.validFrom().ifPresent(day -> text.append(say("from", Map.of("day", day))));
            draft.validTo().ifPresent(day -> text.append(say("until", Map.of("day", day))));
            if (!draft.weekdays().isEmpty()) {
                text.append(say("on", Map.of("weekdays", weekdays(draft.weekdays()))));
            }
            return draft.onlyThen() ? text.toString() : text.append(hours(draft)).toString();
        }

        private String hours(RuleDraft draft) {
            String text = "";
            if (!draft.meals().isEmpty()) {
                text +=
                        say(
                                "in",
                                Map.of(
                                        "meals",
                                        names(
                                                draft.meals(),
                                                meals.meals(),
                                                Meal::id,
                                                this::mealName)));
            }
            if (!draft.times().isEmpty()) {
                List<String> times =
                        draft.times().stream()
                                .map(each -> each.from() + "–" + each.to())
                                .sorted()
                                .toList();
                text += say("between", Map.of("times", list(times)));
            }
            return text;
        }

        private String mealName(Meal meal) {
            return switch (language) {
                case EN -> meal.nameEn().orElse(meal.name());
                case ZH_CN -> meal.name();
            };
        }

        /// Three days or more in a row are told by the first and the last.
        private String weekdays(Collection<DayOfWeek> days) {
            List<Integer> sorted = days.stream().map(DayOfWeek::getValue).sorted().toList();
            List<String> parts = new ArrayList<>();
            int at = 0;
            while (at < sorted.size()) {
                int end = at;
                while (end + 1 < sorted.size() && sorted.get(end + 1) == sorted.get(end) + 1) {
                    end++;
                }
                if (end - at >= 2) {
                    parts.add(
                            say(
                                    "days",
                                    Map.of(
                                            "first", weekday(sorted.get(at)),
                                            "last", weekday(sorted.get(end)))));
                } else {
                    sorted.subList(at, end + 1).forEach(day -> parts.add(weekday(day)));
                }
                at = end + 1;
            }
            return list(parts);
        }

        private String weekday(int day) {
            return say("weekday-" + day);
        }

        private String what(RuleDraft draft) {
            List<String> limits = new ArrayList<>();
            if (draft.onlyThen()) {
                limits.add(say("only", Map.of("hours", hours(draft).strip())));
            }
            for (Window window : WINDOWS) {
                Integer most = draft.countLimits().get(window);
                if (most != null) {
                    limits.add(say("count-" + name(window), Map.of("most", most)));
                }
            }
            for (Window window : WINDOWS) {
                Money most = draft.amountLimits().get(window);
                if (most != null) {
                    limits.add(say("amount-" + name(window), Map.of("most", most.cents())));
                }
            }
            draft.overdraft()
                    .ifPresent(most -> limits.add(say("overdraft", Map.of("most", most.cents()))));
            draft.minimumBalance()
                    .ifPresent(least -> limits.add(say("minimum", Map.of("least", least.cents()))));
            List<String> clauses = new ArrayList<>();
            if (!limits.isEmpty()) {
                clauses.add(list(limits));
            }
            draft.pricing().ifPresent(pricing -> clauses.add(price(pricing)));
            return clauses.isEmpty() ? say("nothing") : String.join(say("then"), clauses);
        }

        private String price(Pricing pricing) {
            return switch (pricing) {
                case Pricing.Discount(int share) when share == 0 -> say("free");
                case Pricing.Discount(int share) -> say("discount", Map.of("rate", rate(share)));
                case Pricing.Fixed(Money price) -> say("fixed", Map.of("price", price.cents()));
                case Pricing.ByMealNumber(var prices, var then) -> {
                    List<String> parts = new ArrayList<>();
                    for (int at = 0; at < prices.size(); at++) {
                        parts.add(
                                say(
                                        "nth",
                                        Map.of("number", at + 1, "price", prices.get(at).cents())));
                    }
                    parts.add(say("later", Map.of("price", then.cents())));
                    yield list(parts);
                }
                case Pricing.Surcharge(int share, String account) ->
                        say(
                                "surcharge",
                                Map.of("rate", share - Money.WHOLE_BP, "account", account));
            };
        }

        private String rate(int share) {
            int percent = share / PERCENT_BP;
            boolean hasName =
                    share % PERCENT_BP == 0 && share >= TENTH_BP && share < Money.WHOLE_BP;
            if (!hasName) {
                return say("percent", Map.of("share", share));
            }
            return switch (language) {
                case EN -> say("tenths", Map.of("digits", percent));
                case ZH_CN ->
                        say("tenths", Map.of("digits", digit(percent / 10) + digit(percent % 10)));
            };
        }

        private String digit(int digit) {
            return digit == 0 ? "" : say("digits").substring(digit - 1, digit);
        }

        private <I, T> String names(
                Collection<I> ids, List<T> all, Function<T, I> id, Function<T, String> name) {
            return list(
                    all.stream().filter(each -> ids.contains(id.apply(each))).map(name).toList());
        }

        private String list(List<String> parts) {
            return String.join(say("and"), parts);
        }

        private static String name(Window window) {
            return switch (window) {
                case PURCHASE -> "purchase";
                case MEAL -> "meal";
                case DAY -> "day";
                case WEEK -> "week";
                case MONTH -> "month";
            };
        }

        private String say(String key) {
            return say(key, Map.of());
        }

        private String say(String key, Map<String, ?> values) {
            return messages.say(language, WORDS + key, values);
        }
    }
}
