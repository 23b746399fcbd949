package onecard.platform.receipts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.system.AnyOperator;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Receipts of what desks did, and their prints. Who may read the thing may print its receipt: the
/// room that makes the receipt judges that.
@RestController
@RequestMapping("/api/v1")
class ReceiptsController {
    private final Prints prints;
    private final Settings settings;

    ReceiptsController(Prints prints, Settings settings) {
        this.prints = prints;
        this.settings = settings;
    }

    /// A print of a receipt.
    ///
    /// @param copy the how-manieth print of this receipt
    record PrintItem(
            long printId,
            int copy,
            OffsetDateTime at,
            String operatorName,
            PrintWay way,
            PrintState state,
            Optional<PrintTrouble> trouble) {}

    /// @param card the card's serial
    record ReceiptHolder(String personNo, String name, Optional<String> card) {}

    record ReceiptFigure(String label, String text, boolean strong) {}

    /// @param number the journal number; absent where no money moved
    record ReceiptView(
            ReceiptSubject subject,
            String id,
            String unitName,
            String title,
            Optional<String> number,
            OffsetDateTime at,
            String clerk,
            Optional<ReceiptHolder> holder,
            List<ReceiptFigure> figures,
            List<ReceiptFigure> balances,
            List<String> notes) {
        static ReceiptView of(Receipt receipt) {
            return new ReceiptView(
                    receipt.subject(),
                    receipt.id(),
                    receipt.unitName(),
                    receipt.title(),
                    receipt.number(),
                    receipt.at(),
                    receipt.clerk(),
                    receipt.holder()
                            .map(one -> new ReceiptHolder(one.number(), one.name(), one.card())),
                    receipt.figures().stream().map(ReceiptView::figure).toList(),
                    receipt.balances().stream().map(ReceiptView::figure).toList(),
                    receipt.notes());
        }

        private static ReceiptFigure figure(Receipt.Figure one) {
            return new ReceiptFigure(one.label(), one.text(), one.strong());
        }
    }

    /// @param prints newest first
    record ReceiptWithPrints(ReceiptView receipt, List<PrintItem> prints) {}

    @AnyOperator
    @GetMapping("/receipts/{subject}/{id}")
    ReceiptWithPrints readReceipt(@PathVariable ReceiptSubject subject, @PathVariable String id) {
        var receipt = prints.receipt(subject, id);
        return new ReceiptWithPrints(
                ReceiptView.of(receipt), prints.of(receipt).stream().map(this::item).toList());
    }

    /// @param printer which one in the network; for the way `PRINTER` only
    /// @param width of the paper at the desk
    /// @param rare what becomes of characters outside the two-byte set at the desk's printer
    record PrintBody(
            @NotNull PrintWay way,
            Optional<@Positive Integer> printer,
            Optional<Paper.Width> width,
            Optional<Paper.RareCharacters> rare) {}

    /// @param reprintedAt when, on every print but the first
    /// @param escpos the bytes for the desk's bridge, in Base64
    record PrintDone(
            PrintItem print,
            ReceiptView receipt,
            Optional<OffsetDateTime> reprintedAt,
            Optional<String> escpos) {}

    @AnyOperator
    @PostMapping("/receipts/{subject}/{id}/prints")
    @ResponseStatus(HttpStatus.CREATED)
    PrintDone printReceipt(
            @RequestHeader("Idempotency-Key") UUID key,
            @PathVariable ReceiptSubject subject,
            @PathVariable String id,
            @Valid @RequestBody PrintBody body) {
        if ((body.way() == PrintWay.PRINTER) != body.printer().isPresent()) {
            throw Problem.field("printer", "error.receipts.printer");
        }
        var paper =
                new Paper(
                        body.width().orElse(Paper.Width.COLUMNS_48),
                        body.rare().orElse(Paper.RareCharacters.REPLACE));
        return done(
                prints.print(
                        key, new Prints.Wanted(subject, id, body.way(), body.printer(), paper)));
    }

    /// Tells how far a print is.
    @AnyOperator
    @GetMapping("/receipt-prints/{id}")
    PrintItem readPrint(@PathVariable @Positive long id) {
        return item(prints.find(id).row());
    }

    /// Sends a print once more that failed.
    @AnyOperator
    @PostMapping("/receipt-prints/{id}/again")
    PrintItem sendPrintAgain(@PathVariable @Positive long id) {
        return item(prints.again(id).row());
    }

    private PrintDone done(Prints.Print print) {
        var bytes =
                print.row().way() == PrintWay.BRIDGE
                        ? Optional.of(Base64.getEncoder().encodeToString(prints.bytes(print)))
                        : Optional.<String>empty();
        return new PrintDone(
                item(print.row()),
                ReceiptView.of(print.receipt()),
                print.reprint().map(Reprint::at),
                bytes);
    }

    private PrintItem item(PrintRow row) {
        return new PrintItem(
                row.id(),
                row.copy(),
                row.at().atZone(settings.current().zone()).toOffsetDateTime(),
                row.operatorName(),
                row.way(),
                row.state(),
                row.trouble());
    }
}
