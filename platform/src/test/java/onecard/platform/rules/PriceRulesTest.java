package onecard.platform.rules;

import static onecard.platform.rules.SampleRule.forGroups;
import static onecard.platform.rules.SampleRule.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceRulesTest extends RuleScene {
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
    @DisplayName("D-12 spendable cash is max(cash − minimum balance + overdraft, 0)")
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
