package onecard.wire;

import java.time.Instant;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import onecard.vocabulary.SerialNo;

/// "May this person pay so much here?" The serial number of the terminal is not in the message: it
/// is the identity of the session. Sent again with the same number and the same content, it gets
/// the same decision.
///
/// @param seq the terminal's number, stored at the terminal before this leaves it
/// @param amount what was keyed or fixed; zero in count mode and only there
/// @param terminalTime the terminal's own clock in whole milliseconds, kept but not used online
/// @param highestSettled the highest number whose outcome the terminal has, 0 if it has none
public record PurchaseRequest(
        long seq,
        Mode mode,
        Instrument instrument,
        Money amount,
        Instant terminalTime,
        long highestSettled)
        implements Request {
    public PurchaseRequest {
        Limits.requireSeq(seq);
        Limits.requireSeqOrNone(highestSettled);
        Limits.requirePrice(mode, amount);
        terminalTime = Limits.requireTime(terminalTime);
    }

    /// Returns what identifies the purchase for ever, given whose session carried it.
    public PurchaseId id(SerialNo terminal) {
        return new PurchaseId(terminal, seq);
    }
}
