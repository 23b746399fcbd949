package onecard.platform.people;

import java.util.Collection;
import java.util.Map;

/// Asked before people go: a room above tells what still ties them here.
public interface PersonTies {
    /// What ties a person.
    enum Tie {
        /// A card is issued or reported lost.
        CARD,
        /// There is money in a purse.
        BALANCE,
        /// There is an account, so that books name the person.
        ACCOUNT
    }

    /// Tells what keeps these people out of the archive; who is free is not in the answer.
    Map<PersonId, Tie> keepsFromLeaving(Collection<PersonId> people);

    /// Tells what keeps these people from being forgotten altogether; who is free is not in the
    /// answer.
    Map<PersonId, Tie> keepsFromForgetting(Collection<PersonId> people);
}
