package onecard.platform.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.ledger.AccountId;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;

/// One row of the purchase journal, as it is written and as it is read back.
///
/// @param number its journal number
/// @param bookedOn in which partition it lies
/// @param kind what it reports
/// @param claim the number it decides
/// @param at transaction time
/// @param terminalAt the terminal's clock; empty on rows no terminal dated
/// @param content what was asked, to compare a repeat with
/// @param place where
/// @param day the business day and the meal, fixed for ever
/// @param who the person, as known at the decision; empty where nobody was recognised
/// @param bill what was charged; all zero if refused; negative on a void
/// @param refusal why not; empty if taken
/// @param bound the limit that refused it, or with zero window the rule that priced it
/// @param undoes on a void, the purchase it takes back
record JournalRow(
        long number,
        LocalDate bookedOn,
        Kind kind,
        Claim claim,
        Instant at,
        Optional<Instant> terminalAt,
        Content content,
        Place place,
        MealDay day,
        Optional<Who> who,
        Bill bill,
        Optional<Refusal> refusal,
        Optional<Outcome.Bound> bound,
        Optional<Undone> undoes) {
    /// What a row reports. The code is stored.
    enum Kind {
        ONLINE(1),
        RECORD(2),
        VOID(3),
        CORRECTION(4),
        BACK_ENTRY(5);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Kind ofCode(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("No journal row has the kind " + code);
        }
    }

    /// What was asked: the same number with another content is a reset or cloned terminal.
    record Content(Mode mode, Paper paper, Money keyed) {}

    /// The business day and the meal.
    record MealDay(LocalDate businessDay, Optional<Integer> meal) {}

    /// The person as known at the decision.
    ///
    /// @param cashAfter the cash purse after it
    /// @param subsidyAfter the spendable subsidy after it
    record Who(
            AccountId account,
            int version,
            Optional<Integer> cardIssue,
            Optional<Integer> group,
            int department,
            Money cashAfter,
            Money subsidyAfter) {}

    /// The purchase that a void takes back.
    record Undone(long number, LocalDate bookedOn) {}
}
