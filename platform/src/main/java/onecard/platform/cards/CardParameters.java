package onecard.platform.cards;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Money;

/// The parameters of the card centre (`M-068` to `M-081`).
///
/// @param topUpAtIssue whether issuing a card may bring money (`M-074`)
/// @param defaultCash proposed at issue (`M-075`)
/// @param defaultSubsidy likewise
/// @param subsidyDays how long a subsidy is good if nobody says otherwise (`D-11`); empty: somebody
///   must say
/// @param cardYears how long a card is good (`M-076`)
/// @param allowListAtIssue whether issuing pushes the allow list (`M-077`)
/// @param generatedNumbers whether accounts are opened without cards (`M-079`)
/// @param greyDays how long the balance of a replaced card is held (`M-080`)
/// @param opensWhenComplete whether it is freed once every terminal has reported past the loss
/// @param cardCost proposed to be taken for a card (`D-06`)
/// @param cardFee what of it is never returned
/// @param subsidyAtClose where a subsidy goes when its account is closed (`D-03`)
/// @param correctionHours how far back a charge may be corrected (`M-081`)
/// @param shiftRequired whether money at the desk needs an open shift
/// @param quickAmounts amounts by one click (`M-150`)
public record CardParameters(
        boolean topUpAtIssue,
        Money defaultCash,
        Money defaultSubsidy,
        Optional<Integer> subsidyDays,
        int cardYears,
        boolean allowListAtIssue,
        boolean generatedNumbers,
        int greyDays,
        boolean opensWhenComplete,
        Money cardCost,
        Money cardFee,
        SubsidyAtClose subsidyAtClose,
        int correctionHours,
        boolean shiftRequired,
        List<Money> quickAmounts) {
    /// How long a card can be good at the most.
    public static final int CARD_YEARS_MAX = 50;

    static final int QUICK_MAX = 8;

    public CardParameters {
        quickAmounts = List.copyOf(quickAmounts);
        if (cardYears < 1 || cardYears > CARD_YEARS_MAX) {
            throw new IllegalArgumentException("A card is good for 1 to 50 years");
        }
        if (cardFee.compareTo(cardCost) > 0 || cardFee.isNegative()) {
            throw new IllegalArgumentException(
                    "The fee is part of the card's cost %s, not %s".formatted(cardCost, cardFee));
        }
        if (quickAmounts.isEmpty() || quickAmounts.size() > QUICK_MAX) {
            throw new IllegalArgumentException("There are 1 to 8 quick amounts");
        }
    }

    /// Returns the last day of a subsidy granted today without a word about it.
    Optional<LocalDate> subsidyUntil(LocalDate today) {
        return subsidyDays.map(days -> today.plusDays(days - 1L));
    }
}
