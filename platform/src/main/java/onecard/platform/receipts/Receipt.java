package onecard.platform.receipts;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Money;

/// What stands on a receipt, before anybody thinks of paper.
///
/// @param subject what it is about
/// @param id which one; the same thing has the same id however it was asked for
/// @param unitName the using organisation's full name (`M-062`)
/// @param title what was done
/// @param number the journal number; absent where no money moved
/// @param at when
/// @param clerk who did it
/// @param holder for whom; absent where it concerned many
/// @param figures what moved, or is said
/// @param balances what the purses held afterwards
/// @param notes what else is to be said: a remark, what it takes back
public record Receipt(
        ReceiptSubject subject,
        String id,
        String unitName,
        String title,
        Optional<String> number,
        OffsetDateTime at,
        String clerk,
        Optional<Holder> holder,
        List<Figure> figures,
        List<Figure> balances,
        List<String> notes) {
    public Receipt {
        figures = List.copyOf(figures);
        balances = List.copyOf(balances);
        notes = List.copyOf(notes);
    }

    /// Whose purses they are.
    ///
    /// @param card the card's serial; absent for an account without a card
    public record Holder(String number, String name, Optional<String> card) {}

    /// A label and what stands at the right edge.
    ///
    /// @param label in words
    /// @param text an amount or a count, as written
    /// @param strong whether it is what matters: what was taken in or paid out
    public record Figure(String label, String text, boolean strong) {
        public static Figure of(String label, Money amount) {
            return new Figure(label, amount.toString(), false);
        }

        public static Figure strong(String label, Money amount) {
            return new Figure(label, amount.toString(), true);
        }
    }
}
