package onecard.platform.receipts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.AnyOperator;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Revision;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Receipt printers in the network: whoever works at a desk chooses one by its name, who changes
/// the settings of the site says where it is.
@RestController
@RequestMapping("/api/v1/receipt-printers")
class ReceiptPrintersController {
    private static final int NAME_MAX = 40;
    private static final int HOST_MAX = 45;

    private final Printers printers;
    private final CurrentOperator operator;

    ReceiptPrintersController(Printers printers, CurrentOperator operator) {
        this.printers = printers;
        this.operator = operator;
    }

    /// @param host where it is; absent for whoever does not see the settings
    record PrinterItem(
            int id,
            String name,
            Optional<String> host,
            Optional<Integer> port,
            Paper.Width width,
            Paper.RareCharacters rare,
            int revision) {}

    record PrinterList(List<PrinterItem> items) {}

    /// @param host an IPv4 or IPv6 address inside the house
    record PrinterBody(
            @NotBlank @Size(max = NAME_MAX) String name,
            @NotBlank @Size(max = HOST_MAX) String host,
            int port,
            @NotNull Paper.Width width,
            @NotNull Paper.RareCharacters rare) {
        Printers.Wanted wanted() {
            return new Printers.Wanted(
                    name.strip(), new PrinterAddress(host.strip(), port), new Paper(width, rare));
        }
    }

    @AnyOperator
    @GetMapping
    PrinterList listReceiptPrinters() {
        return new PrinterList(printers.all().stream().map(this::item).toList());
    }

    @Needs(Permission.EDIT_SETTINGS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PrinterItem addReceiptPrinter(@Valid @RequestBody PrinterBody body) {
        return item(printers.add(body.wanted()));
    }

    @Needs(Permission.EDIT_SETTINGS)
    @PutMapping("/{id}")
    PrinterItem changeReceiptPrinter(
            @PathVariable @Positive int id,
            @RequestHeader("If-Match") Revision seen,
            @Valid @RequestBody PrinterBody body) {
        return item(printers.change(id, seen, body.wanted()));
    }

    @Needs(Permission.EDIT_SETTINGS)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeReceiptPrinter(@PathVariable @Positive int id) {
        printers.remove(id);
    }

    private PrinterItem item(PrinterRow row) {
        boolean sees = operator.get().may(Permission.SEE_SETTINGS);
        return new PrinterItem(
                row.id(),
                row.name(),
                sees ? Optional.of(row.address().host()) : Optional.empty(),
                sees ? Optional.of(row.address().port()) : Optional.empty(),
                row.paper().width(),
                row.paper().rare(),
                row.revision());
    }
}
