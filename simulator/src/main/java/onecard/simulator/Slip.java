package onecard.simulator;

import java.util.Optional;
import onecard.vocabulary.Money;
import onecard.vocabulary.VoidReason;
import onecard.wire.Approved;
import onecard.wire.Declined;
import onecard.wire.PurchaseDecision;
import onecard.wire.PurchaseRequest;
import onecard.wire.RecordsAnswer;
import onecard.wire.StoredRecord;
import onecard.wire.VoidOutcome;

/// What a terminal knows of one of its numbers.
///
/// @param sale what was asked
/// @param decision what the platform decided, once it is known
/// @param voidReason why the number shall be taken back, if it shall
/// @param voidOutcome how that ended, once it is known
/// @param otherContent whether the platform knows the number with other content
/// @param stored whether it was sold without asking
/// @param fate what became of its record, once the platform has it
public record Slip(
        PurchaseRequest sale,
        Optional<PurchaseDecision> decision,
        Optional<VoidReason> voidReason,
        Optional<VoidOutcome> voidOutcome,
        boolean otherContent,
        boolean stored,
        Optional<RecordsAnswer.Fate> fate) {

    static Slip of(PurchaseRequest sale) {
        return new Slip(
                sale,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty());
    }

    /// A sale without asking.
    static Slip of(StoredRecord sold, long highestSettled) {
        var sale =
                new PurchaseRequest(
                        sold.seq(),
                        sold.mode(),
                        sold.instrument(),
                        sold.amount(),
                        sold.terminalTime(),
                        highestSettled);
        return new Slip(
                sale,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                Optional.empty());
    }

    Slip decided(PurchaseDecision newDecision) {
        return new Slip(
                sale,
                Optional.of(newDecision),
                voidReason,
                voidOutcome,
                otherContent,
                stored,
                fate);
    }

    Slip toVoid(VoidReason reason) {
        return new Slip(
                sale, decision, Optional.of(reason), Optional.empty(), otherContent, stored, fate);
    }

    Slip voidEnded(VoidOutcome outcome) {
        return new Slip(
                sale, decision, voidReason, Optional.of(outcome), otherContent, stored, fate);
    }

    Slip contested() {
        return new Slip(sale, decision, voidReason, voidOutcome, true, stored, fate);
    }

    Slip receipted(RecordsAnswer.Fate newFate) {
        return new Slip(
                sale,
                decision,
                voidReason,
                voidOutcome,
                otherContent,
                stored,
                Optional.of(newFate));
    }

    /// Returns this as a record: what was sold without asking, or the slip of what was decided
    /// online; empty if nothing was sold.
    Optional<StoredRecord> asRecord() {
        return switch (state()) {
            case STORED, REPORTED -> Optional.of(record(true, Optional.empty()));
            case APPROVED, NOT_VOIDED ->
                    decision.filter(Approved.class::isInstance)
                            .map(yes -> record(false, Optional.of(told((Approved) yes))));
            case OPEN, DECLINED, VOIDING, VOIDED, NOTHING_CHARGED, OTHER_CONTENT ->
                    Optional.empty();
        };
    }

    private StoredRecord record(boolean offline, Optional<StoredRecord.Decided> decided) {
        return new StoredRecord(
                sale.seq(),
                sale.mode(),
                sale.instrument(),
                sale.amount(),
                sale.terminalTime(),
                offline,
                false,
                false,
                decided);
    }

    private static StoredRecord.Decided told(Approved yes) {
        return new StoredRecord.Decided(
                yes.charged(), yes.cashPart(), yes.subsidyPart(), yes.platformNo());
    }

    /// Returns the number.
    public long seq() {
        return sale.seq();
    }

    /// Returns what was charged and still stands.
    public Money standing() {
        if (state() == State.STORED || state() == State.REPORTED) {
            return sale.amount();
        }
        return state() == State.APPROVED || state() == State.NOT_VOIDED || state() == State.VOIDING
                ? decision.filter(Approved.class::isInstance)
                        .map(yes -> ((Approved) yes).charged())
                        .orElse(Money.ZERO)
                : Money.ZERO;
    }

    /// Returns where the number stands.
    public State state() {
        if (otherContent) {
            return State.OTHER_CONTENT;
        }
        if (voidReason.isPresent()) {
            return voidOutcome.map(Slip::voidState).orElse(State.VOIDING);
        }
        if (stored) {
            return fate.isPresent() ? State.REPORTED : State.STORED;
        }
        return decision.map(Slip::saleState).orElse(State.OPEN);
    }

    private static State voidState(VoidOutcome outcome) {
        return switch (outcome) {
            case VoidOutcome.Voided _ -> State.VOIDED;
            case VoidOutcome.NothingCharged _ -> State.NOTHING_CHARGED;
            case VoidOutcome.NotVoided _ -> State.NOT_VOIDED;
        };
    }

    private static State saleState(PurchaseDecision decision) {
        return switch (decision) {
            case Approved _ -> State.APPROVED;
            case Declined _ -> State.DECLINED;
        };
    }

    /// Where a number stands.
    public enum State {
        /// Drawn, and no answer yet: ask again.
        OPEN,
        APPROVED,
        DECLINED,
        /// To be taken back, and no answer yet: ask again.
        VOIDING,
        VOIDED,
        /// Taken back before anything was charged.
        NOTHING_CHARGED,
        /// The cashier wanted it back, but it stands.
        NOT_VOIDED,
        /// In use for something else: a terminal lost its counter, or two have one serial number.
        OTHER_CONTENT,
        /// Sold without asking; the platform does not have the record yet.
        STORED,
        /// Sold without asking, and the platform has the record.
        REPORTED
    }
}
