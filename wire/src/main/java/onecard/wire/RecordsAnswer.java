package onecard.wire;

import java.util.List;

/// The fate of each record, in the order in which they came. All of them are safe: committed, or
/// kept for follow-up.
public record RecordsAnswer(List<Receipt> receipts, Newest newest) implements Answer {
    public RecordsAnswer {
        receipts = List.copyOf(receipts);
        Limits.requireBetween("The number of receipts", 0, Limits.MAX_RECORDS, receipts.size());
    }

    /// What became of the record with this number.
    public record Receipt(long seq, Fate fate) {
        public Receipt {
            Limits.requireSeq(seq);
        }
    }

    /// How a record ended.
    public enum Fate {
        /// Booked now.
        BOOKED(1),
        /// Booked before, with the same content.
        KNOWN(2),
        /// Kept and listed for a person to look at; the terminal has done its part.
        DISPUTED(3);

        private final int code;

        Fate(int code) {
            this.code = code;
        }

        /// Returns the number by which this fate travels.
        public int code() {
            return code;
        }
    }
}
