package onecard.platform.rules;

import static onecard.platform.rules.SampleRule.forGroups;
import static onecard.platform.rules.SampleRule.money;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitRulesTest extends RuleScene {
    @ParameterizedTest(name = "price {0}, spent {1}, purchases {2}: {3}")
    @DisplayName("M-216 M-218 M-219 pupils pay nine tenths, three times and 30.00 a day")
    @CsvSource(
            textBlock =
                    """
                    10.00,  0.00, 0, 9.00
                    10.00, 21.00, 2, 9.00
                    10.00, 21.01, 2, AMOUNT_LIMIT DAY rule 1 limit 3000 used 2101 left 899
                    10.00, 30.00, 2, AMOUNT_LIMIT DAY rule 1 limit 3000 used 3000 left 0
                    10.00, 35.00, 2, AMOUNT_LIMIT DAY rule 1 limit 3000 used 3500 left 0
                     0.00, 35.00, 2, 0.00
                    10.00,  0.00, 3, COUNT_LIMIT DAY rule 1 limit 3 used 3 left 0
                    10.00, 35.00, 4, COUNT_LIMIT DAY rule 1 limit 3 used 4 left 0
                    33.34,  0.00, 0, AMOUNT_LIMIT DAY rule 1 limit 3000 used 0 left 3000
                    33.33,  0.00, 0, 30.00
                    """)
    void pupils_pay_nine_tenths_three_times_and_thirty_yuan_a_day(
            String price, String spent, int purchases, String expected) {
        Rulebook book =
                book(
                        forGroups(1, PUPILS)
                                .priced(new Pricing.Discount(9_000))
                                .times(Window.DAY, 3)
                                .yuan(Window.DAY, "30.00"));
        assertThat(
                        answer(
                                decide(
                                        book,
                                        PUPIL_AT_LUNCH,
                                        price,
                                        used(book, Window.DAY, purchases, spent))))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} keyed, at most {1}: {2}")
    @DisplayName("M-217 the amount of one purchase is limited, to the cent")
    @CsvSource(
            textBlock =
                    """
                    15.00, 15.00, 15.00
                    15.01, 15.00, PURCHASE_LIMIT PURCHASE rule 1 limit 1500 used 0 left 1500
                     0.01,  0.00, PURCHASE_LIMIT PURCHASE rule 1 limit 0 used 0 left 0
                     0.00,  0.00, 0.00
                    """)
    void one_purchase_is_limited(String keyed, String most, String expected) {
        Rulebook book = book(forGroups(1, PUPILS).yuan(Window.PURCHASE, most));
        assertThat(answer(decide(book, keyed))).isEqualTo(expected);
    }

    @Test
    @DisplayName("M-214 M-221 D-18 every limit of every rule holds; the strictest is named")
    void the_strictest_limit_is_named() {
        Rulebook book =
                book(
                        forGroups(1, PUPILS).yuan(Window.DAY, "30.00"),
                        forGroups(2, PUPILS).yuan(Window.DAY, "20.00"),
                        forGroups(3, PUPILS).yuan(Window.DAY, "25.00"));
        assertThat(answer(decide(book, "30.01")))
                .isEqualTo("AMOUNT_LIMIT DAY rule 2 limit 2000 used 0 left 2000");
        assertThat(answer(decide(book, "20.00"))).isEqualTo("20.00");
    }

    @Test
    @DisplayName("D-19 count mode moves no money; counts and allowed times hold, amounts do not")
    void count_mode_uses_count_limits_only() {
        Rulebook book =
                book(
                        forGroups(1, PUPILS)
                                .times(Window.MEAL, 1)
                                .yuan(Window.PURCHASE, "0.00")
                                .yuan(Window.DAY, "0.00")
                                .priced(new Pricing.Surcharge(20_000, "guests")));
        Facts first = new Facts(PUPIL_AT_LUNCH, Mode.COUNT, Money.ZERO, Usage.NONE);
        assertThat(book.decide(first))
                .isInstanceOfSatisfying(
                        Verdict.Allowed.class,
                        allowed -> {
                            assertThat(allowed.price()).isEqualTo(Price.NOTHING);
                            assertThat(allowed.toCount()).hasSize(2);
                        });
        Facts second =
                new Facts(
                        PUPIL_AT_LUNCH, Mode.COUNT, Money.ZERO, used(book, Window.MEAL, 1, "0.00"));
        assertThat(answer(book.decide(second)))
                .isEqualTo("COUNT_LIMIT MEAL rule 1 limit 1 used 1 left 0");
    }

    private static SampleRule everyLimit() {
        return forGroups(2, PUPILS)
                .times(Window.MEAL, 1)
                .times(Window.DAY, 1)
                .times(Window.WEEK, 1)
                .times(Window.MONTH, 1)
                .yuan(Window.PURCHASE, "1.00")
                .yuan(Window.MEAL, "1.00")
                .yuan(Window.DAY, "1.00")
                .yuan(Window.WEEK, "1.00")
                .yuan(Window.MONTH, "1.00");
    }

    @Test
    @DisplayName("D-51 of everything that is exceeded, the first of the documented order answers")
    void refusals_come_in_the_documented_order() {
        SampleRule rule = forGroups(1, PUPILS).between("06:00", "07:00").onlyThen();
        SampleRule limits = everyLimit();
        assertThat(answer(decide(book(rule, limits), "9.00")))
                .isEqualTo("OUTSIDE_TIME_WINDOW rule 1");
        Rulebook book = book(limits);
        Map<Window, String> counts =
                Map.of(
                        Window.MEAL, "COUNT_LIMIT MEAL",
                        Window.DAY, "COUNT_LIMIT DAY",
                        Window.WEEK, "COUNT_LIMIT WEEK",
                        Window.MONTH, "COUNT_LIMIT MONTH");
        counts.forEach((window, expected) ->
                assertThat(
                                answer(
                                        decide(
                                                book,
                                                PUPIL_AT_LUNCH,
                                                "9.00",
                                                used(book, window, 1, "1.00"))))
                        .startsWith(expected));
        assertThat(answer(decide(book, "9.00"))).startsWith("PURCHASE_LIMIT PURCHASE");
        assertThat(answer(decide(book, PUPIL_AT_LUNCH, "1.00", used(book, Window.DAY, 0, "0.01"))))
                .isEqualTo("AMOUNT_LIMIT DAY rule 2 limit 100 used 1 left 99");
        assertThat(
                        answer(
                                decide(
                                        book,
                                        PUPIL_AT_LUNCH,
                                        "1.00",
                                        counter -> new UsedUp(0, money("1.00")))))
                .startsWith("AMOUNT_LIMIT MEAL");
    }

    @ParameterizedTest(name = "on {0}: week of {1}, month of {2}")
    @DisplayName("M-216 a week begins on Monday, a month on the first, by the business day")
    @CsvSource({
        "2026-11-16T12:00, 2026-11-16, 2026-11-01",
        "2026-11-22T12:00, 2026-11-16, 2026-11-01",
        "2026-11-23T12:00, 2026-11-23, 2026-11-01",
        "2026-12-01T12:00, 2026-11-30, 2026-12-01",
        "2027-01-01T12:00, 2026-12-28, 2027-01-01"
    })
    void windows_begin_where_people_expect(String time, String week, String month) {
        Occasion occasion = at(time);
        assertThat(Span.of(Window.MEAL, occasion))
                .isEqualTo(new Span(occasion.businessDay(), LUNCH));
        assertThat(Span.of(Window.DAY, occasion)).isEqualTo(new Span(occasion.businessDay(), 0));
        assertThat(Span.of(Window.WEEK, occasion)).isEqualTo(new Span(LocalDate.parse(week), 0));
        assertThat(Span.of(Window.MONTH, occasion)).isEqualTo(new Span(LocalDate.parse(month), 0));
    }

    @Test
    @DisplayName("D-16 purchases outside every meal are one meal of the day for the limits")
    void other_is_a_meal_of_the_day() {
        Rulebook book = book(forGroups(1, PUPILS).times(Window.MEAL, 1));
        Occasion between = inMeal(Optional.empty(), "2026-11-18T15:00:00", "2026-11-18");
        assertThat(book.countersFor(between))
                .containsExactly(
                        new Counter(new LimitId(101), new Span(LocalDate.parse("2026-11-18"), 0)));
    }

    @Test
    @DisplayName("D-19 limits are checked on the net amount, surcharge included")
    void limits_are_checked_on_the_net_amount() {
        Rulebook discount =
                book(
                        forGroups(1, PUPILS)
                                .priced(new Pricing.Discount(5_000))
                                .yuan(Window.PURCHASE, "5.00"));
        assertThat(answer(decide(discount, "10.00"))).isEqualTo("5.00");
        Rulebook surcharge =
                book(
                        forGroups(1, PUPILS)
                                .priced(new Pricing.Surcharge(20_000, "guests"))
                                .yuan(Window.PURCHASE, "5.00"));
        assertThat(answer(decide(surcharge, "3.00"))).startsWith("PURCHASE_LIMIT");
    }
}
