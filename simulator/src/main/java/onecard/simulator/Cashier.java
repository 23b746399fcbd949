package onecard.simulator;

import onecard.vocabulary.Instrument;
import onecard.vocabulary.Money;

/// What a cashier does at any till: has the card held again when no answer comes, and gives up in
/// the end, so that no sale is left open.
final class Cashier {
    private static final int TIMES_HELD_AGAIN = 2;

    private Cashier() {}

    static Ending sell(Terminal terminal, Instrument.Card card, Money price) {
        Ending ending = terminal.purchase(card, price);
        if (ending instanceof Ending.StillOpen) {
            terminal.giveUp();
            ending = terminal.purchase(card, price);
        }
        for (int again = 0; again < TIMES_HELD_AGAIN && isUnanswered(ending); again++) {
            ending = terminal.purchase(card, price);
        }
        if (isUnanswered(ending)) {
            terminal.giveUp();
        }
        return ending;
    }

    private static boolean isUnanswered(Ending ending) {
        return ending instanceof Ending.NoAnswer;
    }
}
