package onecard.platform.cards;

import java.time.Instant;
import onecard.vocabulary.Money;

/// A receipt as it is kept for whoever sends the same command again: whole numbers and nothing that
/// is worked out from them.
record ReceiptOnFile(
        int operationId,
        long number,
        Instant at,
        long cashBefore,
        long subsidyBefore,
        long cashAfter,
        long subsidyAfter,
        Instant undoUntil) {
    static ReceiptOnFile of(TopUpReceipt receipt) {
        return new ReceiptOnFile(
                receipt.operationId(),
                receipt.number(),
                receipt.at(),
                receipt.before().cash().cents(),
                receipt.before().subsidy().cents(),
                receipt.after().cash().cents(),
                receipt.after().subsidy().cents(),
                receipt.undoUntil());
    }

    TopUpReceipt receipt() {
        return new TopUpReceipt(
                operationId,
                number,
                at,
                spendable(cashBefore, subsidyBefore),
                spendable(cashAfter, subsidyAfter),
                undoUntil);
    }

    private static TopUpReceipt.Spendable spendable(long cash, long subsidy) {
        return new TopUpReceipt.Spendable(Money.ofCents(cash), Money.ofCents(subsidy));
    }
}
