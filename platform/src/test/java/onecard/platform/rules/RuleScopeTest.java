package onecard.platform.rules;

import static onecard.platform.rules.SampleRule.forGroups;
import static onecard.platform.rules.SampleRule.siteDefault;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.merchants.MealId;
import onecard.platform.people.GroupId;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleScopeTest extends RuleScene {
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
}
