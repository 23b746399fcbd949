package onecard.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModePlanTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Set<DayOfWeek> WORKDAYS =
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /// Workdays 11:00 to 13:00 for 12.00, 13:00 to 14:00 count; Sundays late for 8.00.
    private static final ModePlan PLAN =
            new ModePlan(
                    SHANGHAI,
                    List.of(
                            slot(WORKDAYS, 660, 780, Mode.FIXED_AMOUNT, 1_200),
                            slot(WORKDAYS, 780, 840, Mode.COUNT, 0),
                            slot(Set.of(DayOfWeek.SUNDAY), 1_380, 1_440, Mode.FIXED_AMOUNT, 800)));

    private static ModePlan.Slot slot(
            Set<DayOfWeek> days, int from, int to, Mode mode, long cents) {
        return new ModePlan.Slot(days, from, to, mode, Money.ofCents(cents));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    @DisplayName("M-103 the mode follows weekday and time of day, in the site's zone")
    @ParameterizedTest(name = "{0}: {1} {2}, until {3}")
    @CsvSource(
            textBlock =
                    """
                    # Monday is the 7th of September 2026
                    2026-09-07T10:59:59, usual,        0,     2026-09-07T11:00
                    2026-09-07T11:00,    FIXED_AMOUNT, 1200, 2026-09-07T13:00
                    2026-09-07T12:59:59, FIXED_AMOUNT, 1200, 2026-09-07T13:00
                    2026-09-07T13:00,    COUNT,        0,    2026-09-07T14:00
                    2026-09-07T14:00,    usual,        0,     2026-09-08T11:00
                    2026-09-11T14:00,    usual,        0,     2026-09-13T23:00
                    2026-09-12T12:00,    usual,        0,     2026-09-13T23:00
                    2026-09-13T23:59:59, FIXED_AMOUNT, 800,  2026-09-14T00:00
                    2026-09-14T00:00,    usual,        0,     2026-09-14T11:00
                    """)
    void the_mode_follows_weekday_and_time(String moment, String mode, long cents, String until) {
        Optional<ModePlan.Slot> slot = PLAN.at(at(moment));
        assertThat(slot.map(each -> each.mode().name()).orElse("usual")).isEqualTo(mode);
        slot.ifPresent(each -> assertThat(each.fixedAmount()).isEqualTo(Money.ofCents(cents)));
        assertThat(PLAN.nextChange(at(moment))).contains(at(until));
    }

    @Test
    void a_plan_that_says_the_same_always_never_changes() {
        var always =
                new ModePlan(
                        SHANGHAI,
                        List.of(slot(EnumSet.allOf(DayOfWeek.class), 0, 1_440, Mode.COUNT, 0)));
        assertThat(always.nextChange(at("2026-09-07T10:00"))).isEmpty();
    }

    @Test
    void of_two_slots_that_overlap_the_first_holds() {
        var both =
                new ModePlan(
                        SHANGHAI,
                        List.of(
                                slot(WORKDAYS, 600, 720, Mode.COUNT, 0),
                                slot(WORKDAYS, 660, 780, Mode.FIXED_AMOUNT, 500)));
        assertThat(both.at(at("2026-09-07T11:30")).orElseThrow().mode()).isEqualTo(Mode.COUNT);
        assertThat(both.at(at("2026-09-07T12:30")).orElseThrow().mode())
                .isEqualTo(Mode.FIXED_AMOUNT);
    }

    @Test
    void a_slot_ends_after_it_begins() {
        assertThatThrownBy(() -> slot(WORKDAYS, 660, 660, Mode.COUNT, 0))
                .hasMessageContaining("661 to 1440, not 660");
    }

    @Test
    void the_longest_parameters_fit_into_one_message() {
        var longest =
                new Parameters(
                        Long.MAX_VALUE,
                        Optional.of(new MachineNo(999)),
                        "食".repeat(Limits.MAX_NAME_CHARS),
                        Mode.FIXED_AMOUNT,
                        Money.ofCents(Limits.MAX_PRICE_CENTS),
                        Duration.ofSeconds(Limits.MAX_REPEAT_SECONDS),
                        Duration.ofMillis(Limits.MAX_TILL_MILLIS),
                        Duration.ofSeconds(Limits.MAX_HEARTBEAT_SECONDS),
                        PurchaseMode.STORE_AND_FORWARD,
                        false,
                        true,
                        new OfflineLimits(
                                Optional.of(Money.ofCents(Limits.MAX_OFFLINE_CENTS)),
                                Optional.of(Money.ofCents(Limits.MAX_OFFLINE_CENTS)),
                                Optional.of(Money.ofCents(Limits.MAX_OFFLINE_CENTS)),
                                Optional.of(Duration.ofSeconds(Limits.MAX_AGE_SECONDS))),
                        Limits.MAX_SWITCH_AFTER,
                        Optional.of(
                                new ModePlan(
                                        ZoneId.of("America/Argentina/ComodRivadavia"),
                                        Collections.nCopies(
                                                Limits.MAX_SLOTS,
                                                slot(
                                                        EnumSet.allOf(DayOfWeek.class),
                                                        1_400,
                                                        1_440,
                                                        Mode.FIXED_AMOUNT,
                                                        Limits.MAX_PRICE_CENTS)))));
        var newest = new Newest(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, true);
        assertThat(Codec.encode(new ParametersAnswer(longest, newest)))
                .hasSizeLessThanOrEqualTo(Limits.MAX_REQUEST_BYTES);
    }
}
