package onecard.platform.cards;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import onecard.platform.people.Archive;
import onecard.platform.people.ChoiceId;
import onecard.platform.people.PersonId;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.vocabulary.Money;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Giving a card back, freezing, closing and reopening one person's account. Every command is safe
/// to repeat with its key.
@RestController
@RequestMapping("/api/v1/people/{id}")
class AccountDeskController {
    private static final long COST_MAX = IssueOrder.COST_MAX_CENTS;
    private static final int REMARK_MAX = 200;

    private final StoredCardCentre centre;
    private final Cancellations cancellations;
    private final Archive archive;
    private final PersonCommands commands;

    AccountDeskController(
            StoredCardCentre centre,
            Cancellations cancellations,
            Archive archive,
            PersonCommands commands) {
        this.centre = centre;
        this.cancellations = cancellations;
        this.archive = archive;
        this.commands = commands;
    }

    record ReturnBody(
            Optional<String> uid,
            Optional<@PositiveOrZero @Max(COST_MAX) Long> depositBackCents,
            Optional<Channel> channel,
            Optional<@Size(max = REMARK_MAX) String> remark) {
        Cancellations.Wanted of(PersonId person, CardMove how) {
            return new Cancellations.Wanted(
                    person,
                    how,
                    TypedUid.of("uid", uid),
                    depositBackCents.map(Money::ofCents),
                    channel.orElse(Channel.CASH),
                    remark.orElse("").strip());
        }
    }

    record CancelledRow(
            int operationId,
            long refundedCents,
            long subsidyReturnedCents,
            long depositBackCents,
            long paidCents) {
        static CancelledRow of(Cancellations.Cancelled done) {
            return new CancelledRow(
                    done.operationId(),
                    done.refunded().cents(),
                    done.subsidyReturned().cents(),
                    done.depositBack().cents(),
                    done.paid().cents());
        }
    }

    @Needs(Permission.HANDLE_CARDS)
    @PostMapping("/card-return")
    CancelledRow returnCard(
            @RequestHeader("Idempotency-Key") UUID key,
            @PathVariable @Positive int id,
            @Valid @RequestBody ReturnBody body) {
        return commands.once(
                key,
                "return",
                id,
                body,
                CancelledRow.class,
                person ->
                        CancelledRow.of(
                                cancellations.cancel(body.of(person, CardMove.RETURN_CARD))));
    }

    /// Where a leaver goes (`M-186`).
    ///
    /// @param reasonId why; one of the leaving reasons
    record ToArchive(@Positive int reasonId, Optional<@Size(max = REMARK_MAX) String> remark) {}

    /// @param archive absent: the person stays in the personnel records (`M-273`)
    record CloseBody(
            boolean withCard,
            @NotNull @Valid ReturnBody card,
            Optional<@Valid ToArchive> archive) {}

    @Needs(Permission.CLOSE_ACCOUNTS)
    @PostMapping("/account-closing")
    CancelledRow closeAccount(
            @RequestHeader("Idempotency-Key") UUID key,
            @PathVariable @Positive int id,
            @Valid @RequestBody CloseBody body) {
        var how = body.withCard() ? CardMove.CLOSE_WITH_CARD : CardMove.CLOSE_WITHOUT_CARD;
        return commands.once(
                key,
                "close",
                id,
                body,
                CancelledRow.class,
                person -> {
                    var done = cancellations.cancel(body.card().of(person, how));
                    body.archive()
                            .ifPresent(to ->
                                    archive.add(
                                            List.of(person),
                                            new ChoiceId(to.reasonId()),
                                            to.remark().orElse("").strip()));
                    return CancelledRow.of(done);
                });
    }

    /// @param state of the account now
    record AccountRow(AccountState state) {}

    @Needs(Permission.CLOSE_ACCOUNTS)
    @PostMapping("/freeze")
    AccountRow freezeAccount(
            @RequestHeader("Idempotency-Key") UUID key, @PathVariable @Positive int id) {
        return becomes(AccountState.FROZEN, "freeze", key, id, centre::freeze);
    }

    @Needs(Permission.CLOSE_ACCOUNTS)
    @PostMapping("/unfreeze")
    AccountRow unfreezeAccount(
            @RequestHeader("Idempotency-Key") UUID key, @PathVariable @Positive int id) {
        return becomes(AccountState.OPEN, "unfreeze", key, id, centre::unfreeze);
    }

    @Needs(Permission.CLOSE_ACCOUNTS)
    @PostMapping("/reopen")
    AccountRow reopenAccount(
            @RequestHeader("Idempotency-Key") UUID key, @PathVariable @Positive int id) {
        return becomes(AccountState.OPEN, "reopen", key, id, centre::reopen);
    }

    private AccountRow becomes(
            AccountState state, String what, UUID key, int id, Consumer<PersonId> change) {
        return commands.once(
                key,
                what,
                id,
                PersonCommands.NO_BODY,
                AccountRow.class,
                person -> {
                    change.accept(person);
                    return new AccountRow(state);
                });
    }
}
