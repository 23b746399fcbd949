package onecard.platform.rules;

import static onecard.platform.rules.SampleRule.forGroups;
import static onecard.platform.rules.SampleRule.money;
import static onecard.platform.rules.SampleRule.siteDefault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulebookTest {
    private static final int PUPILS = 1;
    private static final int TEACHERS = 2;
    private static final int FIRST_CANTEEN = 1;
    private static final int SHOP = 2;
    private static final int LUNCH = 2;
    private static final int NIGHT_SNACK = 4;

    /// 2026-11-18 is a Wednesday.
    private static final Occasion PUPIL_AT_LUNCH =
            new Occasion(
                    Optional.of(new GroupId(PUPILS)),
                    new MerchantId(FIRST_CANTEEN),
                    7,
                    LocalDateTime.parse("2026-11-18T12:05:00"),
                    LocalDate.parse("2026-11-18"),
                    Optional.of(new MealId(LUNCH)));

    private static Occasion at(String time) {
        LocalDateTime at = LocalDateTime.parse(time);
        return new Occasion(
                PUPIL_AT_LUNCH.group(),
                PUPIL_AT_LUNCH.merchant(),
                7,
                at,
                at.toLocalDate(),
                PUPIL_AT_LUNCH.meal());
    }

    private static Occasion of(Optional<GroupId> group, int merchant, int terminal) {
        return new Occasion(
                group,
                new MerchantId(merchant),
                terminal,
                PUPIL_AT_LUNCH.at(),
                PUPIL_AT_LUNCH.businessDay(),
                PUPIL_AT_LUNCH.meal());
    }

    private static Occasion inMeal(Optional<MealId> meal, String time, String businessDay) {
        return new Occasion(
                PUPIL_AT_LUNCH.group(),
                PUPIL_AT_LUNCH.merchant(),
                7,
                LocalDateTime.parse(time),
                LocalDate.parse(businessDay),
                meal);
    }

    private static Rulebook book(SampleRule... rules) {
        return Rulebook.of(Arrays.stream(rules).map(SampleRule::rule).toList());
    }

    private static Verdict decide(Rulebook book, Occasion occasion, String yuan, Usage usage) {
        return book.decide(new Facts(occasion, Mode.FREE_AMOUNT, money(yuan), usage));
    }

    private static Verdict decide(Rulebook book, String yuan) {
        return decide(book, PUPIL_AT_LUNCH, yuan, Usage.NONE);
    }

    private static Usage used(Rulebook book, Window window, int count, String yuan) {
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
    private static String answer(Verdict verdict) {
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

    @ParameterizedTest(name = "{0} at {1} basis points: {2}")
    @DisplayName("M-220 D-19 a discounted amount is rounded half up to cents; both are kept")
    @CsvSource(
            textBlock =
                    """
                    10.00,  9000, 9.00
                     0.05,  9000, 0.05
                     0.04,  9000, 0.04
                     9.99,  8500, 8.49
                     0.01,  5000, 0.01
                     0.01,  4999, 0.00
                     7.77, 10000, 7.77
                     7.77,     0, 0.00
                     3.33,  3333, 1.11
                    """)
    void a_discount_is_rounded_half_up(String keyed, int basisPoints, String net) {
        Verdict verdict =
                decide(book(forGroups(1, PUPILS).priced(new Pricing.Discount(basisPoints))), keyed);
        assertThat(verdict.price())
                .isEqualTo(
                        new Price(
                                money(keyed),
                                money(keyed).minus(money(net)),
                                Optional.empty(),
                                money(net),
                                Optional.of(new RuleId(1))));
    }

    @Test
    @DisplayName("M-213 D-17 people without a group have no limits and no discount")
    void people_without_a_group_have_no_rule() {
        Rulebook book =
                book(forGroups(1, PUPILS).times(Window.DAY, 0).priced(new Pricing.Discount(1)));
        Occasion nobody = of(Optional.empty(), FIRST_CANTEEN, 7);
        assertThat(answer(decide(book, nobody, "10.00", Usage.NONE))).isEqualTo("10.00");
        assertThat(book.countersFor(nobody)).isEmpty();
    }

    @Test
    @DisplayName("M-213 D-17 a group that no rule names has no limits and no discount")
    void a_group_without_a_rule_has_no_limit() {
        Rulebook book = book(forGroups(1, PUPILS).times(Window.DAY, 0));
        Occasion teacher = of(Optional.of(new GroupId(TEACHERS)), FIRST_CANTEEN, 7);
        assertThat(answer(decide(book, teacher, "10.00", Usage.NONE))).isEqualTo("10.00");
    }

    @Test
    @DisplayName("D-17 the site default holds for whom no other rule is made, and for nobody else")
    void the_site_default_is_for_the_rest() {
        Rulebook book =
                book(
                        siteDefault(9).times(Window.DAY, 0),
                        forGroups(1, PUPILS).at(SHOP).times(Window.DAY, 0));
        assertThat(answer(decide(book, of(Optional.empty(), SHOP, 7), "1.00", Usage.NONE)))
                .isEqualTo("COUNT_LIMIT DAY rule 9 limit 0 used 0 left 0");
        assertThat(answer(decide(book, PUPIL_AT_LUNCH, "1.00", Usage.NONE)))
                .as("a pupil has a rule, though it says nothing about this canteen")
                .isEqualTo("1.00");
    }

    @Test
    @DisplayName("D-17 the site default holds again when the group's rule has run out")
    void the_site_default_follows_an_expired_rule() {
        Rulebook book =
                book(siteDefault(9).times(Window.DAY, 0), forGroups(1, PUPILS).to("2026-11-17"));
        assertThat(answer(decide(book, "1.00")))
                .isEqualTo("COUNT_LIMIT DAY rule 9 limit 0 used 0 left 0");
        Rulebook running =
                book(siteDefault(9).times(Window.DAY, 0), forGroups(1, PUPILS).to("2026-11-18"));
        assertThat(answer(decide(running, "1.00"))).isEqualTo("1.00");
    }

    @ParameterizedTest(name = "at {0}: {1}")
    @DisplayName(
            "M-215 purchases only at the allowed times: from the first moment to before the last")
    @CsvSource(
            textBlock =
                    """
                    2026-11-18T10:59:59, OUTSIDE_TIME_WINDOW rule 1
                    2026-11-18T11:00:00, 5.00
                    2026-11-18T12:59:59, 5.00
                    2026-11-18T13:00:00, OUTSIDE_TIME_WINDOW rule 1
                    2026-11-18T17:30:00, 5.00
                    2026-11-21T09:00:00, 5.00
                    """)
    void only_at_the_allowed_times(String time, String expected) {
        Rulebook book =
                book(
                        forGroups(1, PUPILS)
                                .between("11:00", "13:00")
                                .between("17:00", "18:00")
                                .on(
                                        DayOfWeek.MONDAY,
                                        DayOfWeek.TUESDAY,
                                        DayOfWeek.WEDNESDAY,
                                        DayOfWeek.THURSDAY,
                                        DayOfWeek.FRIDAY)
                                .onlyThen());
        assertThat(answer(decide(book, at(time), "5.00", Usage.NONE))).isEqualTo(expected);
    }

    @Test
    @DisplayName("M-215 a purchase allowed only at lunch is refused at the night snack and between")
    void only_in_the_allowed_meals() {
        Rulebook book = book(forGroups(1, PUPILS).inMeals(LUNCH).onlyThen());
        assertThat(answer(decide(book, "5.00"))).isEqualTo("5.00");
        Occasion between = inMeal(Optional.empty(), "2026-11-18T15:00:00", "2026-11-18");
        assertThat(answer(decide(book, between, "5.00", Usage.NONE)))
                .isEqualTo("OUTSIDE_TIME_WINDOW rule 1");
        Occasion late =
                inMeal(Optional.of(new MealId(NIGHT_SNACK)), "2026-11-18T22:00:00", "2026-11-18");
        assertThat(answer(decide(book, late, "5.00", Usage.NONE)))
                .isEqualTo("OUTSIDE_TIME_WINDOW rule 1");
    }

    @Test
    @DisplayName("M-215 without allowed times a rule just does not speak outside its hours")
    void a_rule_is_silent_outside_its_hours() {
        Rulebook book = book(forGroups(1, PUPILS).between("13:00", "14:00").times(Window.DAY, 0));
        assertThat(answer(decide(book, "5.00"))).isEqualTo("5.00");
        assertThat(book.countersFor(PUPIL_AT_LUNCH)).isEmpty();
    }

    @Test
    @DisplayName("D-15 a night snack after midnight is of the day on which it began")
    void the_night_snack_belongs_to_the_day_before() {
        Rulebook book =
                book(
                        forGroups(1, PUPILS)
                                .on(DayOfWeek.FRIDAY)
                                .between("21:00", "02:00")
                                .times(Window.WEEK, 1));
        Occasion saturdayMorning =
                inMeal(Optional.of(new MealId(NIGHT_SNACK)), "2026-11-21T00:30:00", "2026-11-20");
        assertThat(book.countersFor(saturdayMorning))
                .containsExactly(
                        new Counter(new LimitId(103), new Span(LocalDate.parse("2026-11-16"), 0)));
    }

    @ParameterizedTest(name = "day {0}: {1}")
    @DisplayName("M-214 a rule acts between its dates, both included")
    @CsvSource(
            textBlock =
                    """
                    2026-11-16T12:00, false
                    2026-11-17T12:00, true
                    2026-11-19T12:00, true
                    2026-11-20T12:00, false
                    """)
    void dates_are_inclusive(String time, boolean acts) {
        Rulebook book =
                book(forGroups(1, PUPILS).from("2026-11-17").to("2026-11-19").times(Window.DAY, 0));
        assertThat(decide(book, at(time), "5.00", Usage.NONE) instanceof Verdict.Refused)
                .isEqualTo(acts);
    }

    @Test
    @DisplayName("M-214 a rule of one merchant or terminal says nothing at others")
    void a_rule_acts_at_its_places() {
        Rulebook book =
                book(
                        forGroups(1, PUPILS).at(SHOP).times(Window.DAY, 0),
                        forGroups(2, PUPILS).atTerminals(8, 9).times(Window.DAY, 0));
        Optional<GroupId> pupils = PUPIL_AT_LUNCH.group();
        assertThat(answer(decide(book, of(pupils, FIRST_CANTEEN, 7), "5.00", Usage.NONE)))
                .isEqualTo("5.00");
        assertThat(answer(decide(book, of(pupils, SHOP, 7), "5.00", Usage.NONE)))
                .startsWith("COUNT_LIMIT DAY rule 1");
        assertThat(answer(decide(book, of(pupils, FIRST_CANTEEN, 9), "5.00", Usage.NONE)))
                .startsWith("COUNT_LIMIT DAY rule 2");
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
    @DisplayName("D-18 the lowest price candidate wins; of equal ones the first by order")
    void the_lowest_price_wins() {
        Rulebook book =
                book(
                        forGroups(1, PUPILS).order(5).priced(new Pricing.Fixed(money("8.00"))),
                        forGroups(2, PUPILS).order(3).priced(new Pricing.Discount(8_000)),
                        forGroups(3, PUPILS).order(4).priced(new Pricing.Discount(9_000)));
        assertThat(decide(book, "10.00").price().rule()).contains(new RuleId(2));
        assertThat(decide(book, "10.00").price().net()).isEqualTo(money("8.00"));
        assertThat(decide(book, "20.00").price().rule()).contains(new RuleId(1));
        assertThat(decide(book, "9.00").price().net()).isEqualTo(money("7.20"));
    }

    @Test
    @DisplayName("D-18 a fixed price replaces the keyed amount, also upwards")
    void a_fixed_price_replaces_the_keyed_amount() {
        Rulebook book = book(forGroups(1, PUPILS).priced(new Pricing.Fixed(money("5.00"))));
        for (String keyed : List.of("3.00", "5.00", "8.00")) {
            Price price = decide(book, keyed).price();
            assertThat(price.gross()).isEqualTo(money("5.00"));
            assertThat(price.discount()).isEqualTo(Money.ZERO);
            assertThat(price.net()).isEqualTo(money("5.00"));
        }
    }

    @ParameterizedTest(name = "after {0} purchases in this meal: {1}")
    @DisplayName("D-18 the price goes by the number of the purchase in the meal")
    @CsvSource({"0, 1.00", "1, 6.00", "2, 12.00", "9, 12.00"})
    void the_price_goes_by_the_number_of_the_meal(int before, String expected) {
        Rulebook book =
                book(
                        forGroups(1, PUPILS)
                                .counting(Window.MEAL)
                                .priced(
                                        new Pricing.ByMealNumber(
                                                List.of(money("1.00"), money("6.00")),
                                                money("12.00"))));
        assertThat(
                        answer(
                                decide(
                                        book,
                                        PUPIL_AT_LUNCH,
                                        "9.00",
                                        used(book, Window.MEAL, before, "0.00"))))
                .isEqualTo(expected);
        assertThat(book.countersFor(PUPIL_AT_LUNCH))
                .containsExactly(
                        new Counter(
                                new LimitId(101), new Span(LocalDate.parse("2026-11-18"), LUNCH)));
    }

    @Test
    @DisplayName("D-18 a surcharge is added after the lowest price and goes to its own account")
    void a_surcharge_is_added_last() {
        Rulebook book =
                book(
                        forGroups(1, PUPILS).priced(new Pricing.Discount(9_000)),
                        forGroups(2, PUPILS).priced(new Pricing.Surcharge(11_000, "service")),
                        forGroups(3, PUPILS).priced(new Pricing.Surcharge(12_000, "late")));
        assertThat(decide(book, "10.00").price())
                .isEqualTo(
                        new Price(
                                money("10.00"),
                                money("1.00"),
                                Optional.of(
                                        new Price.Surcharge(
                                                money("0.90"), "service", new RuleId(2))),
                                money("9.90"),
                                Optional.of(new RuleId(1))));
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

    @Test
    @DisplayName("D-51 of everything that is exceeded, the first of the documented order answers")
    void refusals_come_in_the_documented_order() {
        SampleRule rule = forGroups(1, PUPILS).between("06:00", "07:00").onlyThen();
        SampleRule limits =
                forGroups(2, PUPILS)
                        .times(Window.MEAL, 1)
                        .times(Window.DAY, 1)
                        .times(Window.WEEK, 1)
                        .times(Window.MONTH, 1)
                        .yuan(Window.PURCHASE, "1.00")
                        .yuan(Window.MEAL, "1.00")
                        .yuan(Window.DAY, "1.00")
                        .yuan(Window.WEEK, "1.00")
                        .yuan(Window.MONTH, "1.00");
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
    @DisplayName("D-12 the cash purse may go down to the minimum balance less the overdraft")
    void cash_terms_are_the_strictest() {
        Rulebook book =
                book(
                        forGroups(1, PUPILS).overdraft("20.00"),
                        forGroups(2, PUPILS).overdraft("15.00").minimumBalance("1.00"),
                        forGroups(3, PUPILS).minimumBalance("3.00"));
        assertThat(decide(book, "1.00"))
                .isInstanceOfSatisfying(
                        Verdict.Allowed.class,
                        allowed ->
                                assertThat(allowed.cash())
                                        .isEqualTo(new CashTerms(money("15.00"), money("3.00"))));
        assertThat(new CashTerms(money("15.00"), money("3.00")).floor()).isEqualTo(money("-12.00"));
    }

    @ParameterizedTest(name = "cash {0}, overdraft {1}, minimum {2}: {3}")
    @DisplayName("D-12 spendable cash is max(cash − minimum balance + allowance, 0)")
    @CsvSource({
        "10.00, 0.00, 0.00, 10.00",
        "10.00, 5.00, 0.00, 15.00",
        "10.00, 0.00, 4.00, 6.00",
        " 3.00, 0.00, 4.00, 0.00",
        "-4.00, 5.00, 0.00, 1.00",
        "-6.00, 5.00, 0.00, 0.00",
        "-6.00, 0.00, 0.00, 0.00"
    })
    void spendable_cash(String cash, String overdraft, String minimum, String expected) {
        assertThat(new CashTerms(money(overdraft), money(minimum)).spendable(money(cash)))
                .isEqualTo(money(expected));
    }

    @Test
    @DisplayName("M-214 what makes no rule is refused by name")
    void nonsense_makes_no_rule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule.Whom(java.util.Set.of(), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forGroups(1, PUPILS).onlyThen().rule());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forGroups(1, PUPILS).between("08:00", "08:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pricing.Discount(10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pricing.Surcharge(10_000, "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        forGroups(1, PUPILS)
                                .priced(new Pricing.ByMealNumber(List.of(Money.ZERO), Money.ZERO))
                                .rule());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book(forGroups(1, PUPILS), forGroups(1, TEACHERS)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Facts(PUPIL_AT_LUNCH, Mode.FREE_AMOUNT, Money.ofCents(-1), Usage.NONE));
        assertThat(Refusal.OUTSIDE_TIME_WINDOW.code()).isLessThan(Refusal.COUNT_LIMIT.code());
    }
}
