package onecard.platform.terminals;

import java.time.Instant;
import java.util.Optional;
import onecard.vocabulary.Money;

/// What a terminal says of what it sells without asking (脱机记账).
///
/// @param since since when it does so by itself, because nobody answered; empty: it does not
/// @param stored what the records come to that we do not have yet
/// @param at when it said so
public record SellsAlone(Optional<Instant> since, Money stored, Instant at) {
    boolean saysTheSameAs(SellsAlone other) {
        return since.equals(other.since) && stored.equals(other.stored);
    }
}
