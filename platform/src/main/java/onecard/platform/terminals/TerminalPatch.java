package onecard.platform.terminals;

import java.util.Optional;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.OutletId;
import onecard.platform.system.Problem;
import onecard.vocabulary.MachineNo;
import org.jspecify.annotations.Nullable;

/// What of a terminal shall change. A class with setters, because only so JSON can tell "not sent:
/// leave it" from "sent as null: take it away".
class TerminalPatch {
    private boolean machineNoSent;
    private Optional<Integer> machineNo = Optional.empty();
    private @Nullable String name;
    private @Nullable Integer merchantId;
    private boolean outletSent;
    private Optional<Integer> outletId = Optional.empty();
    private @Nullable Boolean served;

    public void setMachineNo(Optional<Integer> machineNo) {
        this.machineNo = machineNo;
        this.machineNoSent = true;
    }

    public void setName(String name) {
        this.name = name;
    }

    public void setMerchantId(int merchantId) {
        this.merchantId = merchantId;
    }

    public void setOutletId(Optional<Integer> outletId) {
        this.outletId = outletId;
        this.outletSent = true;
    }

    public void setServed(boolean served) {
        this.served = served;
    }

    /// Returns the whole change: what was not sent stays as it is. A terminal that moves to another
    /// merchant leaves its window behind.
    TerminalDesk.Change on(Terminal terminal, Optional<Integer> version) {
        MerchantId merchant = terminal.merchant();
        if (merchantId != null) {
            if (merchantId < 1) {
                throw Problem.field("merchantId", "error.terminals.no-such");
            }
            merchant = new MerchantId(merchantId);
        }
        Optional<OutletId> outlet =
                merchant.equals(terminal.merchant()) ? terminal.outlet() : Optional.empty();
        if (outletSent) {
            if (outletId.filter(id -> id < 1).isPresent()) {
                throw Problem.field("outletId", "error.terminals.no-such");
            }
            outlet = outletId.map(OutletId::new);
        }
        Optional<MachineNo> number =
                machineNoSent
                        ? machineNo.map(TerminalsController::machineNo)
                        : terminal.machineNo();
        return new TerminalDesk.Change(
                number,
                name == null ? terminal.name() : name.strip(),
                merchant,
                outlet,
                served == null ? terminal.served() : served,
                version);
    }
}
