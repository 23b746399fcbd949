package onecard.platform.ledger;

import java.time.Instant;
import onecard.vocabulary.Money;

/// One movement of money from one account to another; balanced by construction.
///
/// @param kind why
/// @param from the account that gives (debited)
/// @param to the account that gets (credited)
/// @param amount more than nothing
/// @param overdraft why the giving cash purse may go below zero, if it may
/// @param at when it happened (transaction time); when it was booked is the tray's
/// @param cause the journal number of what caused it, 0 if it stands for itself
public record Transfer(
        EntryKind kind,
        Side from,
        Side to,
        Money amount,
        Overdraft overdraft,
        Instant at,
        long cause) {
    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A transfer moves more than nothing, not " + amount);
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "A transfer has two different sides, not twice " + from);
        }
        if (from instanceof Side.PurseOf(var giver, _)
                && to instanceof Side.PurseOf(var taker, _)
                && !giver.equals(taker)) {
            throw new IllegalArgumentException("Money does not go from one person to another");
        }
    }
}
