package onecard.platform.ledger;

import java.time.LocalDate;
import java.util.Optional;
import onecard.vocabulary.Money;

/// What the purses of one account hold at one moment.
///
/// @param account whose
/// @param version how many entries the account has had
/// @param facts raised whenever something else that decides about its purchases changes: a card,
///   the state, the group, the department, the name
/// @param cash below zero only where `D-12` allows
/// @param subsidy never below zero; may be expired, see [#spendableSubsidy]
/// @param heldCash held while records of a lost card may come in
/// @param heldSubsidy likewise
/// @param subsidyUntil the last day on which the subsidy can be spent; empty if it never expires
/// @param newest where the newest entry of the account lies; empty while it has none
public record Balances(
        AccountId account,
        int version,
        int facts,
        Money cash,
        Money subsidy,
        Money heldCash,
        Money heldSubsidy,
        Optional<LocalDate> subsidyUntil,
        Optional<EntryPlace> newest) {
    Balances withFacts(int changed) {
        return new Balances(
                account,
                version,
                changed,
                cash,
                subsidy,
                heldCash,
                heldSubsidy,
                subsidyUntil,
                newest);
    }

    /// Returns what of the subsidy can be spent on that day: nothing from the day after its last
    /// valid day on (`D-07`), whether the nightly job ran or not.
    public Money spendableSubsidy(LocalDate day) {
        return subsidyUntil.isPresent() && day.isAfter(subsidyUntil.get()) ? Money.ZERO : subsidy;
    }
}
