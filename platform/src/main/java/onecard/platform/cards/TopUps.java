package onecard.platform.cards;

import java.util.UUID;

/// The top-up desk (充值). Both commands are safe to repeat with the same key.
public interface TopUps {
    /// Books a top-up in the name of the current operator.
    ///
    /// @param key drawn when the form was opened; the same key with the same content books once
    TopUpReceipt topUp(UUID key, TopUp topUp);

    /// Takes a top-up back by counter-entries, within the undo window and only while its money is
    /// unspent.
    ///
    /// @param key drawn for this undo
    /// @param operationId of the top-up
    TopUpReceipt undo(UUID key, int operationId);
}
