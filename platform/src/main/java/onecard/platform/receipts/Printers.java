package onecard.platform.receipts;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.platform.system.Revision;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The receipt printers in the network: who changes the settings of the site names them.
@Service
class Printers {
    /// How many there can be.
    static final int PRINTERS_MAX = 50;

    private final PrinterTable table;
    private final AuditTrail audit;
    private final boolean alsoLoopback;

    /// @param bind where the platform listens: while it can be reached from this machine only, a
    ///   printer on this machine is no way into it for others
    Printers(
            PrinterTable table,
            AuditTrail audit,
            @Value("${onecard.bind:0.0.0.0}") InetAddress bind) {
        this.table = table;
        this.audit = audit;
        this.alsoLoopback = bind.isLoopbackAddress();
    }

    /// A printer as it shall be.
    record Wanted(String name, PrinterAddress address, Paper paper) {}

    List<PrinterRow> all() {
        return table.all();
    }

    Optional<PrinterRow> find(int id) {
        return table.find(id);
    }

    PrinterRow the(int id) {
        return table.find(id).orElseThrow(() -> Problem.notFound("printer", id));
    }

    /// Returns where to speak to a printer, judged anew: the rules may have become stricter since
    /// it was named.
    Optional<InetSocketAddress> reachable(PrinterRow printer) {
        return printer.address().reachable(alsoLoopback);
    }

    @Transactional
    PrinterRow add(Wanted wanted) {
        mustBeReachable(wanted);
        if (table.all().size() >= PRINTERS_MAX) {
            throw Problem.of(ReceiptProblems.TOO_MANY).with("limit", PRINTERS_MAX);
        }
        int id = table.add(wanted).orElseThrow(() -> taken(wanted));
        audit.record("receipts.printer-added", "printer " + wanted.name(), details(wanted));
        return the(id);
    }

    @Transactional
    PrinterRow change(int id, Revision seen, Wanted wanted) {
        mustBeReachable(wanted);
        var before = the(id);
        seen.mustBe(before.revision());
        boolean nameTaken =
                table.all().stream()
                        .anyMatch(one -> one.id() != id && one.name().equals(wanted.name()));
        if (nameTaken) {
            throw taken(wanted);
        }
        if (!table.change(id, seen.number(), wanted)) {
            seen.mustBe(the(id).revision());
        }
        audit.record("receipts.printer-changed", "printer " + wanted.name(), details(wanted));
        return the(id);
    }

    @Transactional
    void remove(int id) {
        var before = the(id);
        table.remove(id);
        audit.record("receipts.printer-removed", "printer " + before.name(), Map.of());
    }

    private void mustBeReachable(Wanted wanted) {
        if (wanted.address().reachable(alsoLoopback).isEmpty()) {
            throw Problem.field(
                    "host",
                    "error.receipts.address",
                    Map.of("from", PrinterAddress.PORT_MIN, "to", PrinterAddress.PORT_MAX));
        }
    }

    private static Problem taken(Wanted wanted) {
        return Problem.of(ReceiptProblems.NAME_TAKEN).with("name", wanted.name());
    }

    private static Map<String, Object> details(Wanted wanted) {
        return Map.of("address", wanted.address().host() + " " + wanted.address().port());
    }
}
