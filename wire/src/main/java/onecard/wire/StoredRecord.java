package onecard.wire;

import java.time.Instant;
import java.util.Optional;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;

/// A purchase as the terminal keeps it: one that already happened (store-and-forward), or the slip
/// of one that was decided online, sent again so that a restored platform can be completed.
///
/// @param terminalTime the terminal's own clock in whole milliseconds
/// @param offline sold without asking
/// @param overdraft the terminal knew that the balance did not suffice
/// @param amountUnsure power or card was lost on the way, the amount needs a look
/// @param decided what the platform decided, for online sales
public record StoredRecord(
        long seq,
        Mode mode,
        Instrument instrument,
        Money amount,
        Instant terminalTime,
        boolean offline,
        boolean overdraft,
        boolean amountUnsure,
        Optional<Decided> decided) {
    public StoredRecord {
        Limits.requireSeq(seq);
        Limits.requirePrice(mode, amount);
        terminalTime = Limits.requireTime(terminalTime);
    }

    /// The platform's decision as the terminal was told.
    ///
    /// @param charged the sum of both parts
    /// @param platformNo the number the platform gave
    public record Decided(Money charged, Money cashPart, Money subsidyPart, long platformNo) {
        public Decided {
            Limits.requireSum(charged, cashPart, subsidyPart);
            Limits.requirePlatformNo(platformNo);
        }
    }
}
