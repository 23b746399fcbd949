package onecard.platform.system;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import onecard.vocabulary.Money;

/// The settings of the site (系统参数), one consistent set.
///
/// @param unitName the using organisation's full name (`M-062`); every report and receipt carries
///   it; empty until the first run asked for it
/// @param wording the words used for people (`D-48`)
/// @param zone where a *day* and a *meal* are meant
/// @param dayStart when the business day begins (`D-15`)
/// @param purseOrder which purse pays first (`D-01`)
/// @param repeatInterval two purchases of one person are at least so far apart; zero is off
///   (`D-20`)
/// @param repeatFreeModeExempt whether free mode knows no repeat interval
/// @param maxBalance the most a top-up may leave (`D-02`)
/// @param maxBalanceOf what that limits
/// @param antiNfc whether emulated cards are refused (防 NFC)
/// @param cashierVoidWindow how long a cashier may void (`D-33`)
/// @param otherInstrumentsSurviveLoss whether face, code and PIN go on working when the card is
///   lost (`D-36`)
/// @param undoWindow how long a top-up at the desk can be undone
/// @param sessionIdle how long a signed-in operator may do nothing
public record SiteSettings(
        String unitName,
        Wording wording,
        ZoneId zone,
        LocalTime dayStart,
        PurseOrder purseOrder,
        Duration repeatInterval,
        boolean repeatFreeModeExempt,
        Money maxBalance,
        MaxBalanceOf maxBalanceOf,
        boolean antiNfc,
        Duration cashierVoidWindow,
        boolean otherInstrumentsSurviveLoss,
        Duration undoWindow,
        Duration sessionIdle) {

    /// The longest repeat interval there is (`D-20`).
    public static final Duration REPEAT_INTERVAL_MAX = Duration.ofMinutes(99);

    /// The longest name of a unit, in characters.
    public static final int UNIT_NAME_MAX = 100;

    public SiteSettings {
        if (unitName.length() > UNIT_NAME_MAX) {
            throw new IllegalArgumentException(
                    "A unit's name has at most %d characters, not %d"
                            .formatted(UNIT_NAME_MAX, unitName.length()));
        }
        within("The repeat interval", repeatInterval, Duration.ZERO, REPEAT_INTERVAL_MAX);
        within("The void window", cashierVoidWindow, Duration.ZERO, Duration.ofDays(1));
        within("The undo window", undoWindow, Duration.ZERO, Duration.ofDays(1));
        within("The idle time", sessionIdle, Duration.ofMinutes(1), Duration.ofHours(8));
        if (!maxBalance.isPositive()) {
            throw new IllegalArgumentException(
                    "The maximum balance is more than nothing, not " + maxBalance);
        }
    }

    /// Returns the settings of a site that has changed nothing yet.
    public static SiteSettings defaults() {
        return new SiteSettings(
                "",
                Wording.SCHOOL,
                ZoneId.of("Asia/Shanghai"),
                LocalTime.MIDNIGHT,
                PurseOrder.SUBSIDY_FIRST,
                Duration.ofSeconds(5),
                false,
                Money.ofCents(500_000),
                MaxBalanceOf.SUM,
                true,
                Duration.ofMinutes(10),
                true,
                Duration.ofMinutes(5),
                Duration.ofMinutes(15));
    }

    /// Returns the settings of a unit that has now been named.
    public SiteSettings withUnit(String name, Wording words, ZoneId where) {
        return new SiteSettings(
                name,
                words,
                where,
                dayStart,
                purseOrder,
                repeatInterval,
                repeatFreeModeExempt,
                maxBalance,
                maxBalanceOf,
                antiNfc,
                cashierVoidWindow,
                otherInstrumentsSurviveLoss,
                undoWindow,
                sessionIdle);
    }

    /// Returns the day of the site to which a moment belongs (`D-15`): before the start of the day
    /// it is still the day before.
    public LocalDate siteDay(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        LocalDate date = local.toLocalDate();
        return local.toLocalTime().isBefore(dayStart) ? date.minusDays(1) : date;
    }

    /// Returns the moment at which a day of the site begins.
    public Instant beginOf(LocalDate siteDay) {
        return siteDay.atTime(dayStart).atZone(zone).toInstant();
    }

    private static void within(String what, Duration length, Duration least, Duration most) {
        if (length.compareTo(least) < 0 || length.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "%s is %s to %s, not %s".formatted(what, least, most, length));
        }
    }
}
