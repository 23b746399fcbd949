package onecard.platform.terminals;

import java.util.Optional;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.OutletId;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.SerialNo;

/// A terminal to be registered (设备登记).
public record NewTerminal(
        SerialNo serial,
        Optional<MachineNo> machineNo,
        String name,
        MerchantId merchant,
        Optional<OutletId> outlet) {}
