package onecard.platform.rules;

import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;

/// One line of the purchase journal, as far as a replay of the past needs it (`D-52`), with the
/// facts as they were at its decision.
public sealed interface PastEntry {
    /// Returns whose purchase it was.
    PersonId person();

    /// A purchase that was decided online by the rules and the balance.
    ///
    /// @param number its journal number
    /// @param refused why it was refused; empty if it was taken
    /// @param gross the amount before discount; nothing where it was refused
    /// @param net what was charged
    /// @param cash what the cash purse held before it
    /// @param subsidy what could be spent of the subsidy before it
    record Asked(
            PersonId person,
            long number,
            Occasion occasion,
            Mode mode,
            Money keyed,
            Optional<Refusal> refused,
            Money gross,
            Money net,
            Money cash,
            Money subsidy)
            implements PastEntry {}

    /// A purchase that nobody asked the rules about, but which counts: a record, a slip entered by
    /// hand.
    record Booked(PersonId person, long number, Occasion occasion, Money net)
            implements PastEntry {}

    /// A purchase was taken back.
    ///
    /// @param purchase its journal number
    record TakenBack(PersonId person, long purchase) implements PastEntry {}

    /// A charge was corrected.
    ///
    /// @param purchase its journal number
    /// @param difference what more it costs; negative: less
    record Corrected(PersonId person, long purchase, Money difference) implements PastEntry {}
}
