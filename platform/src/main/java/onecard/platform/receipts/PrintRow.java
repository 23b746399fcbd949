package onecard.platform.receipts;

import java.time.Instant;
import java.util.Optional;

/// A print of a receipt.
///
/// @param receipt which one of its subject
/// @param copy the how-manieth print of it
/// @param printer in the network; absent on other ways, and once it was removed
record PrintRow(
        long id,
        ReceiptSubject subject,
        String receipt,
        int copy,
        int operator,
        String operatorName,
        Instant at,
        PrintWay way,
        Optional<Integer> printer,
        Paper paper,
        PrintState state,
        Optional<PrintTrouble> trouble) {}
