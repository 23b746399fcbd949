package onecard.platform.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import onecard.platform.reports.CompletenessBoard.BridgeStep;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether a terminal's day is complete, and what is missing if it is not.
class TillDayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant END = at("24:00");

    /// Times are of the day; `24:00` ends it, `+08:00` is on the next. Sold up to the last number
    /// the terminal told; figures are count and cents.
    @ParameterizedTest(name = "{0}: {8}")
    @DisplayName("W-04 A terminal's day is complete, or it is named what is missing")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    all is in                        | 12:30 | 12:31 |  0 |       | 0 | 3 1500 | 3 1500 | In[compared=true]
                    nothing was sold                 | 12:30 | 12:31 |  0 |       | 0 | 0 0    | 0 0    | In[compared=true]
                    told after the day               | 12:30 | +08:00 | 0 |       | 0 | 3 1500 | 3 1500 | In[compared=true]
                    switched off all day, told later |       | +08:00 | 0 |       | 0 |        | 0 0    | In[compared=false]
                    silent since before              | 12:00 | 12:00 |  0 |       | 0 | 3 1500 | 3 1500 | SoldSince
                    silent, and sold nothing         | 12:00 | 12:00 |  0 |       | 0 | 0 0    | 0 0    | Silent
                    never told                       |       |       |  0 |       | 0 |        | 0 0    | Silent
                    never told, but sold             |       |       |  0 |       | 0 |        | 3 1500 | SoldSince
                    a record waits                   | 12:30 | 12:31 |  1 | 12:05 | 0 | 4 1900 | 3 1500 | Unsent
                    it was sold after this day       | 12:30 | +08:00 | 1 | +07:00 | 0 | 3 1500 | 3 1500 | In[compared=true]
                    a number is missing              | 12:30 | 12:31 |  0 |       | 2 | 5 1900 | 3 1500 | Gaps
                    both                             | 12:30 | 12:31 |  1 | 12:05 | 1 | 4 1900 | 3 1500 | Unsent Gaps
                    counts more than we have         | 12:30 | 12:31 |  0 |       | 0 | 4 1500 | 3 1500 | Differs
                    sums less than we have           | 12:30 | 12:31 |  0 |       | 0 | 3 1400 | 3 1500 | Differs
                    differs, and is silent           | 12:00 | 12:00 |  0 |       | 0 | 3 1400 | 3 1500 | SoldSince Differs
                    """)
    void complete_or_what_is_missing(
            String what,
            String toldAt,
            String reportAt,
            int unsent,
            String oldest,
            long missing,
            String told,
            String own,
            String expected) {
        var stretches = missing == 0 ? List.<Lack.Stretch>of() : List.of(new Lack.Stretch(4, 5));
        var sold = sold(tally(own), Tally.NOTHING, Tally.NOTHING, Tally.NOTHING);
        var day =
                new TillDay(
                        true,
                        true,
                        Optional.ofNullable(toldAt)
                                .map(at -> new TillDay.Told(at(at), 3, tally(told))),
                        Optional.ofNullable(reportAt)
                                .map(at ->
                                        new TillDay.Report(
                                                at(at),
                                                unsent,
                                                Optional.ofNullable(oldest).map(TillDayTest::at))),
                        missing,
                        stretches,
                        sold);
        assertThat(words(day.stand(at("12:30"), END))).isEqualTo(expected);
    }

    @Test
    @DisplayName("W-04 Sales, voids and disputes since it told its figures explain the difference")
    void the_bridge_explains() {
        var told = new TillDay.Told(at("12:30"), 5, new Tally(5, 50_00));
        // Told 5 of 50.00; sold 2 of 20.00 since, 1 of 8.00 taken back since, 1 of 9.00 disputed.
        var sold =
                sold(
                        new Tally(5, 53_00),
                        new Tally(2, 20_00),
                        new Tally(1, 8_00),
                        new Tally(-1, -9_00));
        var day = day(told, sold);
        assertThat(day.difference()).isEqualTo(Tally.NOTHING);
        assertThat(day.stand(at("12:30"), END)).isEqualTo(new TillDay.Standing.In(true));
        assertThat(Bridge.of(day).stream().map(BridgeStep::toString))
                .containsExactly(
                        "BridgeStep[kind=TOLD, count=5, sumCents=5000]",
                        "BridgeStep[kind=SOLD_SINCE, count=2, sumCents=2000]",
                        "BridgeStep[kind=VOIDED_SINCE, count=-1, sumCents=-800]",
                        "BridgeStep[kind=DISPUTED, count=-1, sumCents=-900]",
                        "BridgeStep[kind=OWN, count=5, sumCents=5300]",
                        "BridgeStep[kind=TAKINGS, count=5, sumCents=5300]");
        var wrong = day(new TillDay.Told(at("12:30"), 5, new Tally(6, 51_00)), sold);
        assertThat(wrong.stand(at("12:30"), END))
                .isEqualTo(new TillDay.Standing.Lacking(List.of(new Lack.Differs(1, 1_00))));
        assertThat(Bridge.of(wrong))
                .contains(new BridgeStep(CompletenessBoard.BridgeKind.UNEXPLAINED, -1, -1_00));
    }

    @Test
    @DisplayName(
            "W-04 A terminal that never came to life and one whose keys are revoked lack nothing")
    void who_cannot_report_is_not_waited_for() {
        var none = sold(Tally.NOTHING, Tally.NOTHING, Tally.NOTHING, Tally.NOTHING);
        assertThat(
                        new TillDay(
                                        true,
                                        false,
                                        Optional.empty(),
                                        Optional.empty(),
                                        0,
                                        List.of(),
                                        TillDay.Sold.NOTHING)
                                .stand(at("12:30"), END))
                .isEqualTo(new TillDay.Standing.Unused());
        assertThat(
                        new TillDay(
                                        false,
                                        true,
                                        Optional.empty(),
                                        Optional.empty(),
                                        0,
                                        List.of(),
                                        none)
                                .stand(at("12:30"), END))
                .isEqualTo(new TillDay.Standing.In(false));
    }

    private static TillDay day(TillDay.Told told, TillDay.Sold sold) {
        return new TillDay(
                true,
                true,
                Optional.of(told),
                Optional.of(new TillDay.Report(at("12:31"), 0, Optional.empty())),
                0,
                List.of(),
                sold);
    }

    private static TillDay.Sold sold(Tally own, Tally since, Tally voided, Tally disputed) {
        return new TillDay.Sold(
                own,
                since,
                voided,
                disputed,
                own,
                Tally.NOTHING,
                Tally.NOTHING,
                own,
                own.isNothing() ? Optional.empty() : Optional.of(at("12:20")));
    }

    private static Tally tally(String text) {
        String[] parts = text.split(" ", -1);
        return new Tally(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    private static Instant at(String time) {
        boolean next = time.startsWith("+") || time.equals("24:00");
        LocalTime clock = LocalTime.parse(time.equals("24:00") ? "00:00" : time.replace("+", ""));
        return DAY.plusDays(next ? 1 : 0).atTime(clock).toInstant(ZoneOffset.UTC);
    }

    private static String words(TillDay.Standing standing) {
        return switch (standing) {
            case TillDay.Standing.Lacking(var lacks) ->
                    String.join(
                            " ",
                            lacks.stream().map(lack -> lack.getClass().getSimpleName()).toList());
            case TillDay.Standing.In _, TillDay.Standing.Unused _ -> standing.toString();
        };
    }
}
