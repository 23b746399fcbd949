package onecard.platform.terminals;

import java.util.Optional;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.OutletId;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.SerialNo;

/// A payment terminal (消费机) as it is registered.
///
/// @param id for ever
/// @param serial unique for ever (`M-041`)
/// @param machineNo what people call it, 1 to 999, unique; terminals beyond that have none (`D-27`)
/// @param name where people know it by
/// @param merchant whose takings it makes (`M-084`)
/// @param outlet at which window of the merchant it stands
/// @param served whether the authorisation service answers it (`M-203`)
/// @param state what became of it
public record Terminal(
        TerminalId id,
        SerialNo serial,
        Optional<MachineNo> machineNo,
        String name,
        MerchantId merchant,
        Optional<OutletId> outlet,
        boolean served,
        TerminalState state) {
    /// Tells whether purchases from it are decided at all; else they end TERMINAL_NOT_SERVED.
    public boolean isServed() {
        return served && state == TerminalState.ACTIVE;
    }
}
