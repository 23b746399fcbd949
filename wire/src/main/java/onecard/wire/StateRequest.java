package onecard.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import onecard.vocabulary.Money;

/// "I am here, and this is how I am." Sent every 30 seconds, and after a start.
///
/// @param lastSeq the last number drawn, 0 if none was
/// @param storedRecords records not yet acknowledged
/// @param oldestRecordAge age of the oldest of them in whole seconds, zero if there is none
/// @param todayCount accepted purchases of the terminal's day
/// @param todaySum and what they charged
/// @param clock the terminal's own clock in whole milliseconds
/// @param firmware name and version of its program
/// @param parameterVersion the parameters by which the terminal works
/// @param lastError what last went wrong, in the device's words
/// @param notApplied newer parameters that it has, but cannot work by
/// @param aloneSince since when it sells by itself because nobody answered its requests
/// @param storedSum what the stored records come to that it sold without asking
public record StateRequest(
        long lastSeq,
        int storedRecords,
        Duration oldestRecordAge,
        int todayCount,
        Money todaySum,
        long allowVersion,
        long blockVersion,
        long parameterVersion,
        Instant clock,
        String firmware,
        Optional<String> lastError,
        Optional<NotApplied> notApplied,
        Optional<Instant> aloneSince,
        Money storedSum)
        implements Request {
    public StateRequest {
        Limits.requireSeqOrNone(lastSeq);
        Limits.requireCount(storedRecords);
        Limits.requireCount(todayCount);
        Limits.requireVersion(allowVersion);
        Limits.requireVersion(blockVersion);
        Limits.requireVersion(parameterVersion);
        Limits.requireText(firmware, Limits.MAX_FIRMWARE_CHARS);
        lastError.ifPresent(text -> Limits.requireText(text, Limits.MAX_ERROR_CHARS));
        oldestRecordAge = Limits.requireAge(oldestRecordAge);
        clock = Limits.requireTime(clock);
        aloneSince = aloneSince.map(Limits::requireTime);
    }
}
