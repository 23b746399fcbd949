package onecard.platform.cards;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.people.PersonId;
import onecard.platform.system.IdempotentCommands;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.vocabulary.Money;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Refunds at the desk.
@RestController
@RequestMapping("/api/v1/refunds")
class RefundsController {
    private final Refunds refunds;
    private final IdempotentCommands commands;
    private final Settings settings;

    RefundsController(Refunds refunds, IdempotentCommands commands, Settings settings) {
        this.refunds = refunds;
        this.commands = commands;
        this.settings = settings;
    }

    record RefundBody(
            @Positive int personId,
            @PositiveOrZero @Max(TopUp.AMOUNT_MAX_CENTS) long cashCents,
            @PositiveOrZero @Max(TopUp.AMOUNT_MAX_CENTS) long subsidyCents,
            Optional<Channel> channel,
            Optional<@Size(max = TopUp.REMARK_MAX) String> reason) {}

    record RefundReceipt(
            int operationId,
            String number,
            OffsetDateTime at,
            TopUpsController.SpendableRow before,
            TopUpsController.SpendableRow after,
            OffsetDateTime undoUntil) {}

    private record UndoOf(int refund) {}

    @Needs(Permission.REFUND)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RefundReceipt refund(
            @RequestHeader("Idempotency-Key") UUID key, @Valid @RequestBody RefundBody body) {
        if (body.cashCents() == 0 && body.subsidyCents() == 0) {
            throw Problem.field("cashCents", "error.cards.brings-nothing");
        }
        return row(
                commands.once(
                        key,
                        body,
                        Refunds.Refunded.class,
                        () ->
                                refunds.refund(
                                        new Refunds.Wanted(
                                                new PersonId(body.personId()),
                                                Money.ofCents(body.cashCents()),
                                                Money.ofCents(body.subsidyCents()),
                                                body.channel().orElse(Channel.CASH),
                                                body.reason().orElse("").strip()))));
    }

    @Needs(Permission.REFUND)
    @PostMapping("/{operationId}/undo")
    RefundReceipt undoRefund(
            @RequestHeader("Idempotency-Key") UUID key, @PathVariable @Positive int operationId) {
        return row(
                commands.once(
                        key,
                        new UndoOf(operationId),
                        Refunds.Refunded.class,
                        () -> refunds.undo(operationId)));
    }

    private RefundReceipt row(Refunds.Refunded done) {
        var zone = settings.current().zone();
        return new RefundReceipt(
                done.operationId(),
                new JournalNumber(done.number()).toString(),
                done.at().atZone(zone).toOffsetDateTime(),
                TopUpsController.SpendableRow.of(done.before()),
                TopUpsController.SpendableRow.of(done.after()),
                done.undoUntil().atZone(zone).toOffsetDateTime());
    }
}
