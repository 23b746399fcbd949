package onecard.platform.ledger;

import java.time.Instant;
import java.util.Optional;
import onecard.vocabulary.Money;

/// One line of a person's statement.
///
/// @param place where the entry lies
/// @param previous where the entry before it lies; empty at the first one
/// @param kind why money moved
/// @param at when it happened
/// @param bookedAt when it was booked
/// @param purse the purse it touched; of two purses of one person, the one that got
/// @param change what came in, or went out with a minus
/// @param other the other side
/// @param cash the cash purse after it
/// @param subsidy the subsidy purse after it
/// @param cause the journal number of what caused it, 0 if it stands for itself
public record StatementLine(
        EntryPlace place,
        Optional<EntryPlace> previous,
        EntryKind kind,
        Instant at,
        Instant bookedAt,
        Purse purse,
        Money change,
        Side other,
        Money cash,
        Money subsidy,
        long cause) {}
