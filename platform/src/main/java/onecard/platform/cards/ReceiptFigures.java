package onecard.platform.cards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ledger.BookedEntry;
import onecard.platform.ledger.HouseKind;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.receipts.Receipt;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import onecard.vocabulary.Money;

/// Adds up the entries of one receipt: what moved, by its label; what went through the drawer; what
/// the purses held afterwards. Whoever makes one keeps it to itself.
final class ReceiptFigures {
    private final Messages messages;
    private final Language language;
    private final Map<String, Money> moved = new LinkedHashMap<>();
    private Money drawer = Money.ZERO;
    private Optional<BookedEntry.PursesAfter> after = Optional.empty();
    private Optional<Money> heldCash = Optional.empty();
    private Optional<Money> heldSubsidy = Optional.empty();

    ReceiptFigures(Messages messages, Language language) {
        this.messages = messages;
        this.language = language;
    }

    /// Adds the next entry.
    void add(BookedEntry entry) {
        moved.merge(label(entry), entry.amount(), Money::plus);
        if (isDesk(entry.from())) {
            drawer = drawer.plus(entry.amount());
        }
        if (isDesk(entry.to())) {
            drawer = drawer.minus(entry.amount());
        }
        after = entry.after().or(() -> after);
        heldCash = entry.after().flatMap(BookedEntry.PursesAfter::heldCash).or(() -> heldCash);
        heldSubsidy =
                entry.after().flatMap(BookedEntry.PursesAfter::heldSubsidy).or(() -> heldSubsidy);
    }

    /// Returns what moved, and what of it the clerk took in or paid out.
    List<Receipt.Figure> moved(Channel channel) {
        var figures = new ArrayList<Receipt.Figure>();
        moved.forEach((label, amount) -> figures.add(Receipt.Figure.of(say(label), amount)));
        if (!drawer.isZero()) {
            var way = messages.say(language, "cards.channel." + OperationReceipts.word(channel));
            var label =
                    messages.say(
                            language,
                            drawer.isNegative() ? "cards.receipt.paid" : "cards.receipt.received",
                            Map.of("channel", way));
            figures.add(
                    Receipt.Figure.strong(label, drawer.isNegative() ? drawer.negated() : drawer));
        }
        return figures;
    }

    /// Returns what the purses held after the last entry.
    List<Receipt.Figure> balances() {
        var figures = new ArrayList<Receipt.Figure>();
        after.ifPresent(left -> {
            figures.add(Receipt.Figure.strong(say("cash-after"), left.cash()));
            figures.add(Receipt.Figure.strong(say("subsidy-after"), left.subsidy()));
        });
        heldCash.ifPresent(held -> figures.add(Receipt.Figure.of(say("held-cash-after"), held)));
        heldSubsidy.ifPresent(
                held -> figures.add(Receipt.Figure.of(say("held-subsidy-after"), held)));
        return figures;
    }

    private String say(String label) {
        return messages.say(language, "cards.receipt." + label);
    }

    private static boolean isDesk(Side side) {
        return side instanceof Side.House(var kind, _) && kind == HouseKind.DESK;
    }

    private static String label(BookedEntry entry) {
        return switch (entry.kind()) {
            case TOP_UP -> "top-up";
            case SUBSIDY -> "subsidy";
            case REFUND -> purse(entry.from()) == Purse.SUBSIDY ? "refund-subsidy" : "refund-cash";
            case SUBSIDY_RETURNED -> "subsidy-returned";
            case SUBSIDY_CLEARED -> "subsidy-cleared";
            case EXPIRY -> "expiry";
            case CARD_COST -> isDeposit(entry.to()) ? "card-deposit" : "card-fee";
            case CARD_COST_RETURNED -> "deposit-returned";
            case CARD_COST_FORFEITED -> "deposit-forfeited";
            case TAKE_OVER -> takeOver(entry);
            case UNDO -> undo(entry);
            case CHARGE, VOID, CORRECTION, BACK_ENTRY, SURCHARGE, RECORD -> "charge";
        };
    }

    private static String takeOver(BookedEntry entry) {
        return switch (purse(entry.to())) {
            case HELD_CASH -> "held-cash";
            case HELD_SUBSIDY -> "held-subsidy";
            case CASH -> "taken-cash";
            case SUBSIDY -> "taken-subsidy";
        };
    }

    private static String undo(BookedEntry entry) {
        boolean in = entry.to() instanceof Side.PurseOf;
        boolean cash = purse(in ? entry.to() : entry.from()) == Purse.CASH;
        return (in ? "undo-in-" : "undo-out-") + (cash ? "cash" : "subsidy");
    }

    private static boolean isDeposit(Side side) {
        return side instanceof Side.House(var kind, _) && kind == HouseKind.CARD_DEPOSITS;
    }

    private static Purse purse(Side side) {
        return side instanceof Side.PurseOf(_, var purse) ? purse : Purse.CASH;
    }
}
