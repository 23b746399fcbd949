package onecard.wire;

import java.time.Duration;
import java.time.Instant;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;

/// How long and how large anything on the wire may be. Both sides keep to them: a message outside
/// them can be neither built nor read.
public final class Limits {
    /// Longest body of a request other than `/records`.
    public static final int MAX_REQUEST_BYTES = 1_024;

    /// Longest body of `/records`, carried block-wise.
    public static final int MAX_RECORDS_BYTES = 32_768;

    /// Longest body of an answer other than a list.
    public static final int MAX_ANSWER_BYTES = 8_192;

    /// Longest body of a list, carried block-wise.
    public static final int MAX_LIST_BYTES = 4_194_304;

    /// Most records in one batch.
    public static final int MAX_RECORDS = 50;

    /// Most stretches of missing numbers in one answer.
    public static final int MAX_RANGES = 64;

    /// Most cards added to or removed from a list in one answer.
    public static final int MAX_LIST_CARDS = 200_000;

    /// Highest price, 99,999.99.
    public static final long MAX_PRICE_CENTS = 9_999_999;

    /// Highest count of anything a terminal reports.
    public static final int MAX_COUNT = 100_000_000;

    /// Last moment that can be told: the end of the year 9999.
    public static final long MAX_TIME_MILLIS = 253_402_300_799_999L;

    /// Greatest age of a record, ten years.
    public static final long MAX_AGE_SECONDS = 315_360_000L;

    /// Longest interval between two purchases of one card (`D-20`).
    public static final long MAX_REPEAT_SECONDS = 5_940;

    /// Longest time between two heartbeats.
    public static final long MAX_HEARTBEAT_SECONDS = 3_600;

    /// Longest time a till may wait for an answer.
    public static final long MAX_TILL_MILLIS = 60_000;

    /// Highest offline limit, 99,999,999.99.
    public static final long MAX_OFFLINE_CENTS = 9_999_999_999L;

    /// Most unanswered requests after which a terminal may switch.
    public static final int MAX_SWITCH_AFTER = 100;

    /// Most slots of a plan of working modes; so many fit into one datagram.
    public static final int MAX_SLOTS = 24;

    /// Longest name of a time zone.
    public static final int MAX_ZONE_CHARS = 64;

    /// Longest Max-Age of a busy platform.
    public static final long MAX_BUSY_SECONDS = 3_600;

    /// Longest name of a person or merchant.
    public static final int MAX_NAME_CHARS = 64;

    /// Longest name of a rule.
    public static final int MAX_RULE_NAME_CHARS = 64;

    /// Longest name of a firmware.
    public static final int MAX_FIRMWARE_CHARS = 64;

    /// Longest report of an error.
    public static final int MAX_ERROR_CHARS = 160;

    /// Longest face registration or person number.
    public static final int MAX_NUMBER_CHARS = 32;

    /// Longest pay code.
    public static final int MAX_TOKEN_CHARS = 128;

    /// Digits of a PIN.
    public static final int PIN_DIGITS = 6;

    /// Deepest nesting of arrays and maps that is looked at.
    public static final int MAX_DEPTH = 8;

    /// Greatest key of a map.
    public static final int MAX_KEY = 65_535;

    private Limits() {}

    /// Throws with what was expected and what came.
    static void require(boolean holds, String expected, Object got) {
        if (!holds) {
            throw new IllegalArgumentException(expected + ", not " + got);
        }
    }

    static void requireBetween(String what, long least, long most, long got) {
        if (got < least || got > most) {
            throw new IllegalArgumentException(
                    "%s is %d to %d, not %d".formatted(what, least, most, got));
        }
    }

    static void requireSeq(long seq) {
        requireBetween("A sequence number", 1, PurchaseId.SEQ_MAX, seq);
    }

    static void requireSeqOrNone(long seq) {
        requireBetween("A last sequence number", 0, PurchaseId.SEQ_MAX, seq);
    }

    static void requireVersion(long version) {
        requireBetween("A version", 0, Long.MAX_VALUE, version);
    }

    static void requirePlatformNo(long platformNo) {
        requireBetween("A platform number", 0, Long.MAX_VALUE, platformNo);
    }

    static void requireCount(int count) {
        requireBetween("A count", 0, MAX_COUNT, count);
    }

    static void requirePrice(Mode mode, Money amount) {
        boolean counted = mode == Mode.COUNT;
        requireBetween(
                "The amount in cents in mode " + mode,
                counted ? 0 : 1,
                counted ? 0 : MAX_PRICE_CENTS,
                amount.cents());
    }

    static void requireSum(Money whole, Money one, Money other) {
        require(whole.equals(one.plus(other)), one + " and " + other + " add up", whole);
    }

    static void requireText(String text, int maxChars) {
        require(
                text.length() <= maxChars && isPlain(text),
                "A text of at most " + maxChars + " characters without controls",
                text);
    }

    /// Tells whether a database, a log and a display can take the text as it is.
    static boolean isPlain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    static Instant requireTime(Instant time) {
        long millis = time.toEpochMilli();
        requireBetween("A time in milliseconds", 0, MAX_TIME_MILLIS, millis);
        return Instant.ofEpochMilli(millis);
    }

    static Duration requireAge(Duration age) {
        return requireSeconds(age, 0, MAX_AGE_SECONDS);
    }

    static Duration requireSeconds(Duration duration, long least, long most) {
        requireBetween("A time in seconds", least, most, duration.toSeconds());
        return Duration.ofSeconds(duration.toSeconds());
    }
}
