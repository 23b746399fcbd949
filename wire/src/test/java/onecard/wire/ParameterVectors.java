package onecard.wire;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;
import onecard.wire.Vectors.Vector;

/// The published vectors that are about parameters.
final class ParameterVectors {
    private ParameterVectors() {}

    static Vector usual() {
        return new Vector(
                "parameters-answer",
                "machine 7 of 一食堂, fixed amount 12.00, 5 s between two of a card",
                new ParametersAnswer(
                        new Parameters(
                                5,
                                Optional.of(new MachineNo(7)),
                                "一食堂",
                                Mode.FIXED_AMOUNT,
                                Money.ofCents(1200),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(30),
                                PurchaseMode.ONLINE,
                                true,
                                false,
                                OfflineLimits.USUAL,
                                0,
                                Optional.empty()),
                        Vectors.NEWEST));
    }

    static Vector withPlan() {
        return new Vector(
                "parameters-planned",
                "free amount, but 12.00 on workdays from 11:00 to 13:00; the terminal"
                        + " decides by itself, up to 30.00 each, its lists good for an hour;"
                        + " only cards of the allow list",
                new ParametersAnswer(planned(), new Newest(6, 0, 7, false)));
    }

    static Vector notApplied() {
        return new Vector(
                "state-not-applied",
                "the terminal goes on by parameters 5; it cannot do what 6 ask for",
                new StateRequest(
                        1240,
                        0,
                        Duration.ZERO,
                        212,
                        Money.ofCents(190_800),
                        0,
                        6,
                        5,
                        Vectors.NOON,
                        "sim 0.1",
                        Optional.empty(),
                        Optional.of(
                                new NotApplied(
                                        6,
                                        NotApplied.Reason.UNSUPPORTED,
                                        "reads physical numbers only")),
                        Optional.empty(),
                        Money.ZERO));
    }

    static Vector alone() {
        return new Vector(
                "state-alone",
                "for 95 s the terminal has sold by itself, as nobody answered: 4 records, 36.00",
                new StateRequest(
                        1240,
                        5,
                        Duration.ofSeconds(95),
                        212,
                        Money.ofCents(190_800),
                        4,
                        6,
                        5,
                        Vectors.NOON,
                        "sim 0.1",
                        Optional.of("no answer for 1235"),
                        Optional.empty(),
                        Optional.of(Vectors.NOON.minusSeconds(95)),
                        Money.ofCents(3_600)));
    }

    static Vector switching() {
        return new Vector(
                "parameters-switching",
                "online, but after 3 requests in a row without an answer the terminal decides by"
                        + " itself until the platform answers again",
                new ParametersAnswer(
                        new Parameters(
                                7,
                                Optional.of(new MachineNo(7)),
                                "一食堂",
                                Mode.FREE_AMOUNT,
                                Money.ZERO,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(30),
                                PurchaseMode.ONLINE,
                                true,
                                false,
                                OfflineLimits.USUAL,
                                3,
                                Optional.empty()),
                        new Newest(7, 0, 7, false)));
    }

    private static Parameters planned() {
        return new Parameters(
                6,
                Optional.of(new MachineNo(7)),
                "一食堂",
                Mode.FREE_AMOUNT,
                Money.ZERO,
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofSeconds(30),
                PurchaseMode.STORE_AND_FORWARD,
                true,
                true,
                new OfflineLimits(
                        Optional.of(Money.ofCents(3_000)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Duration.ofHours(1))),
                0,
                Optional.of(
                        new ModePlan(
                                ZoneId.of("Asia/Shanghai"),
                                List.of(
                                        new ModePlan.Slot(
                                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                                11 * 60,
                                                13 * 60,
                                                Mode.FIXED_AMOUNT,
                                                Money.ofCents(1_200))))));
    }
}
