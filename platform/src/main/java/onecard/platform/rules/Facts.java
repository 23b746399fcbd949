package onecard.platform.rules;

import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;

/// What a decision knows of a purchase and of the person.
///
/// @param occasion who, where and when
/// @param mode how the amount came about
/// @param keyed the amount that was keyed or is fixed at the terminal, not below nothing; without
///   meaning in [Mode#COUNT]
/// @param usage what the person has used up; asked only for [Rulebook#countersFor]
public record Facts(Occasion occasion, Mode mode, Money keyed, Usage usage) {
    public Facts {
        if (keyed.isNegative()) {
            throw new IllegalArgumentException("A price is not below nothing, as " + keyed);
        }
    }
}
