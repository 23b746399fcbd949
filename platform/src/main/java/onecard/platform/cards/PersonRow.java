package onecard.platform.cards;

import java.util.Optional;

/// A person in a list.
///
/// @param cardCount how many cards are in hand or lost
/// @param accountState absent while there is no account
/// @param cashCents the cash purse
/// @param subsidyCents what of the subsidy can be spent today
record PersonRow(
        int id,
        String personNo,
        String name,
        int departmentId,
        String departmentName,
        Optional<Integer> groupId,
        Optional<String> groupName,
        int cardCount,
        Optional<AccountState> accountState,
        long cashCents,
        long subsidyCents) {}
