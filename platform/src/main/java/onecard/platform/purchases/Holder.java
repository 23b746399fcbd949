package onecard.platform.purchases;

import java.util.Optional;
import onecard.platform.cards.AccountState;
import onecard.platform.people.GroupId;
import onecard.platform.people.Standing;

/// What is known of the person behind an account, read after the account was locked.
///
/// @param state whether the account can pay at all
/// @param group by which rules name the person
/// @param department kept with the purchase
/// @param maskedName for the terminal's display
record Holder(AccountState state, Optional<GroupId> group, int department, String maskedName) {
    static Holder of(AccountState state, Standing standing) {
        return new Holder(
                state, standing.group(), standing.department().value(), standing.maskedName());
    }
}
