package onecard.platform.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.vocabulary.Money;

/// A top-up as it was made.
///
/// @param firstNumber the journal number of its first entry
/// @param lastNumber the journal number of its last entry
/// @param cleared what of an earlier subsidy the grant cleared
/// @param untilBefore last day of the subsidy purse before
/// @param untilAfter last day of the subsidy purse after
/// @param undone whether it was taken back
record TopUpRow(
        int id,
        PersonId person,
        int operator,
        String operatorName,
        Instant at,
        LocalDate bookedOn,
        long firstNumber,
        long lastNumber,
        Money cash,
        Money subsidy,
        SubsidyMode mode,
        Money cleared,
        Optional<LocalDate> untilBefore,
        Optional<LocalDate> untilAfter,
        Channel channel,
        String remark,
        TopUpReceipt.Spendable before,
        TopUpReceipt.Spendable after,
        Instant undoUntil,
        boolean undone) {}
