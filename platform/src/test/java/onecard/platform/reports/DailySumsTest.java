package onecard.platform.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.reports.DailySums.Level;
import onecard.platform.reports.DailySums.Part;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How the figures of the daily purchase summary are laid out and added up.
class DailySumsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int CANTEEN = 1;
    private static final int BREAKFAST = 1;
    private static final int LUNCH = 2;
    private static final int DINNER = 3;
    private static final List<Integer> MEALS = List.of(BREAKFAST, LUNCH, DINNER);

    @Test
    @DisplayName("M-246 every configured meal is a column, in the order of the site, empty or not")
    void configured_meals_are_the_columns() {
        DailySums sums = DailySums.of(lunchOnMonday(), List.of(DINNER, LUNCH, BREAKFAST));
        assertThat(sums.columns())
                .containsExactly(Optional.of(DINNER), Optional.of(LUNCH), Optional.of(BREAKFAST));
        assertThat(sums.rows().getFirst().cells())
                .containsExactly(Sums.NOTHING, cash(3, 18_00), Sums.NOTHING);
        assertThat(sums.adds()).isTrue();
    }

    @Test
    @DisplayName(
            "D-16 what was bought outside every meal is a column of its own where it is not empty")
    void other_is_a_column_where_it_is_not_empty() {
        assertThat(DailySums.of(lunchOnMonday(), MEALS).columns()).doesNotContain(Optional.empty());
        List<Part> parts =
                parts(
                        cell(MONDAY, Optional.of(LUNCH), cash(3, 18_00)),
                        cell(MONDAY, Optional.empty(), cash(1, 5_00)));
        DailySums sums = DailySums.of(parts, MEALS);
        assertThat(sums.columns()).last().isEqualTo(Optional.empty());
        assertThat(sums.rows().getFirst().cells()).last().isEqualTo(cash(1, 5_00));
        assertThat(sums.total()).isEqualTo(cash(4, 23_00));
        assertThat(sums.adds()).isTrue();
    }

    @Test
    void a_meal_that_is_not_configured_any_more_counts_as_other() {
        int removed = 99;
        DailySums sums =
                DailySums.of(parts(cell(MONDAY, Optional.of(removed), cash(1, 5_00))), MEALS);
        assertThat(sums.columns()).last().isEqualTo(Optional.empty());
        assertThat(sums.adds()).isTrue();
    }

    @Test
    @DisplayName("M-244 days on which nothing was bought are left out, those of count mode are not")
    void days_without_purchases_are_left_out() {
        List<Part> parts =
                parts(
                        cell(MONDAY, Optional.of(LUNCH), Sums.NOTHING),
                        cell(MONDAY.plusDays(1), Optional.of(LUNCH), cash(2, 0)));
        DailySums sums = DailySums.of(parts, MEALS);
        assertThat(sums.rows()).extracting(DailySums.Row::day).containsExactly(MONDAY.plusDays(1));
        assertThat(sums.adds()).isTrue();
    }

    @Test
    void a_day_whose_meals_cancel_out_is_shown() {
        DailySums sums =
                DailySums.of(
                        parts(
                                cell(MONDAY, Optional.of(LUNCH), cash(1, 5_00)),
                                cell(MONDAY, Optional.of(DINNER), cash(-1, -5_00))),
                        MEALS);
        assertThat(sums.rows()).hasSize(1);
        assertThat(sums.adds()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    @DisplayName("M-245 a wrong sum anywhere is found")
    void a_wrong_sum_anywhere_is_found(Level level) {
        List<Part> parts = new ArrayList<>(lunchOnMonday());
        parts.replaceAll(part ->
                part.level() == level
                        ? new Part(
                                part.level(),
                                part.day(),
                                part.merchant(),
                                part.meal(),
                                part.sums().plus(new Sums(0, 1, 0, 1, 0, 0)))
                        : part);
        assertThat(DailySums.of(parts, MEALS).adds()).isFalse();
    }

    @Test
    @DisplayName("M-245 a total that is not cash and subsidy is found, on the row and in all")
    void a_total_that_is_not_cash_and_subsidy_is_found() {
        var gap = new Sums(1, 50_00, 0, 100_00, 0, 0);
        assertThat(DailySums.of(parts(cell(MONDAY, Optional.of(BREAKFAST), gap)), MEALS).adds())
                .isFalse();
        var explained = new Sums(1, 50_00, 50_00, 100_00, 0, 0);
        assertThat(
                        DailySums.of(parts(cell(MONDAY, Optional.of(BREAKFAST), explained)), MEALS)
                                .adds())
                .isTrue();
    }

    private static List<Part> lunchOnMonday() {
        return parts(cell(MONDAY, Optional.of(LUNCH), cash(3, 18_00)));
    }

    private static Sums cash(long count, long cents) {
        return new Sums(count, cents, 0, cents, 0, 0);
    }

    private static Part cell(LocalDate day, Optional<Integer> meal, Sums sums) {
        return new Part(Level.CELL, Optional.of(day), CANTEEN, meal, sums);
    }

    /// Adds the sums of rows, columns and everything, as the database does.
    private static List<Part> parts(Part... cells) {
        var parts = new ArrayList<Part>(List.of(cells));
        Sums all = Sums.NOTHING;
        for (Part cell : cells) {
            all = all.plus(cell.sums());
            parts.add(new Part(Level.COLUMN, Optional.empty(), 0, cell.meal(), cell.sums()));
        }
        for (LocalDate day :
                List.of(cells).stream().map(c -> c.day().orElseThrow()).distinct().toList()) {
            Sums row =
                    List.of(cells).stream()
                            .filter(c -> c.day().equals(Optional.of(day)))
                            .map(Part::sums)
                            .reduce(Sums.NOTHING, Sums::plus);
            parts.add(new Part(Level.ROW, Optional.of(day), CANTEEN, Optional.empty(), row));
        }
        parts.add(new Part(Level.ALL, Optional.empty(), 0, Optional.empty(), all));
        return parts;
    }
}
