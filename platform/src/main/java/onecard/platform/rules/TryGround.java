package onecard.platform.rules;

import java.util.Optional;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.PersonId;

/// What a trial of the rules needs from rooms above: where a terminal stands and what a person has
/// used up. The room that knows both implements it.
public interface TryGround {
    /// Returns the merchant at which a terminal stands.
    Optional<MerchantId> merchantOf(int terminal);

    /// Returns what a person has used up.
    Usage usageOf(PersonId person);
}
