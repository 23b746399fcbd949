package onecard.platform.rules;

import static onecard.platform.rules.SampleRule.money;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Window;

/// A pupil at lunch in the first canteen, and words to ask the rules about it.
abstract class RuleScene {
    static final int PUPILS = 1;
    static final int TEACHERS = 2;
    static final int FIRST_CANTEEN = 1;
    static final int SHOP = 2;
    static final int LUNCH = 2;
    static final int NIGHT_SNACK = 4;

    /// 2026-11-18 is a Wednesday.
    static final Occasion PUPIL_AT_LUNCH =
            new Occasion(
                    Optional.of(new GroupId(PUPILS)),
                    new MerchantId(FIRST_CANTEEN),
                    7,
                    LocalDateTime.parse("2026-11-18T12:05:00"),
                    LocalDate.parse("2026-11-18"),
                    Optional.of(new MealId(LUNCH)));

    static Occasion at(String time) {
        LocalDateTime at = LocalDateTime.parse(time);
        return new Occasion(
                PUPIL_AT_LUNCH.group(),
                PUPIL_AT_LUNCH.merchant(),
                7,
                at,
                at.toLocalDate(),
                PUPIL_AT_LUNCH.meal());
    }

    static Occasion of(Optional<GroupId> group, int merchant, int terminal) {
        return new Occasion(
                group,
                new MerchantId(merchant),
                terminal,
                PUPIL_AT_LUNCH.at(),
                PUPIL_AT_LUNCH.businessDay(),
                PUPIL_AT_LUNCH.meal());
    }

    static Occasion inMeal(Optional<MealId> meal, String time, String businessDay) {
        return new Occasion(
                PUPIL_AT_LUNCH.group(),
                PUPIL_AT_LUNCH.merchant(),
                7,
                LocalDateTime.parse(time),
                LocalDate.parse(businessDay),
                meal);
    }

    static Rulebook book(SampleRule... rules) {
        return Rulebook.of(Arrays.stream(rules).map(SampleRule::rule).toList());
    }

    static Verdict decide(Rulebook book, Occasion occasion, String yuan, Usage usage) {
        return book.decide(new Facts(occasion, Mode.FREE_AMOUNT, money(yuan), usage));
    }

    static Verdict decide(Rulebook book, String yuan) {
        return decide(book, PUPIL_AT_LUNCH, yuan, Usage.NONE);
    }

    static Usage used(Rulebook book, Window window, int count, String yuan) {
        return counter ->
                book.rule(new RuleId(counter.limit().value() / 100))
                        .flatMap(rule ->
                                rule.limits().stream()
                                        .filter(limit ->
                                                limit.id().equals(counter.limit())
                                                        && limit.window() == window)
                                        .findFirst())
                        .map(_ -> new UsedUp(count, money(yuan)))
                        .orElse(UsedUp.NOTHING);
    }

    /// The answer in one word: what is charged, or why not, with rule and what is left.
    static String answer(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed(var price, _, _) -> price.net().toString();
            case Verdict.Refused(_, var code, var rule, var reached) when reached.isPresent() ->
                    "%s %s rule %d limit %d used %d left %d"
                            .formatted(
                                    code,
                                    reached.get().window(),
                                    rule.value(),
                                    reached.get().limit(),
                                    reached.get().used(),
                                    reached.get().left());
            case Verdict.Refused(_, var code, var rule, _) -> code + " rule " + rule.value();
        };
    }
}
