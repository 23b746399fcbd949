package onecard.platform.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.vocabulary.Money;

/// Something done at a desk, as it was noted.
///
/// @param cardIssue the card it was about
/// @param follows the operation before it that was done in the same go
/// @param undone whether it was taken back
record OperationRow(
        int id,
        DeskKind kind,
        Optional<PersonId> person,
        int operator,
        String operatorName,
        Instant at,
        LocalDate bookedOn,
        Optional<Long> firstNumber,
        Optional<Long> lastNumber,
        Money cash,
        Money subsidy,
        Money drawer,
        Money deposit,
        Channel channel,
        Optional<Integer> topUp,
        Optional<Integer> undoes,
        Optional<Instant> undoUntil,
        Optional<LocalDate> subsidyUntil,
        String remark,
        Optional<Integer> cardIssue,
        Optional<Integer> follows,
        boolean undone) {}
