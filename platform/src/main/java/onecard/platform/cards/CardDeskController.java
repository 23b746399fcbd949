package onecard.platform.cards;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import onecard.platform.people.Archive;
import onecard.platform.people.ChoiceId;
import onecard.platform.people.PersonId;
import onecard.platform.system.IdempotentCommands;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
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

/// What the desk does with one person's card. Every command is safe to repeat with its key.
@RestController
@RequestMapping("/api/v1/people/{id}")
class CardDeskController {
    private static final long COST_MAX = IssueOrder.COST_MAX_CENTS;
    private static final long AMOUNT_MAX = TopUp.AMOUNT_MAX_CENTS;
    private static final int REMARK_MAX = 200;

    private final StoredCardCentre centre;
    private final Replacements replacements;
    private final Cancellations cancellations;
    private final Archive archive;
    private final PersonFile file;
    private final Settings settings;
    private final IdempotentCommands commands;

    CardDeskController(
            StoredCardCentre centre,
            Replacements replacements,
            Cancellations cancellations,
            Archive archive,
            PersonFile file,
            Settings settings,
            IdempotentCommands commands) {
        this.centre = centre;
        this.replacements = replacements;
        this.cancellations = cancellations;
        this.archive = archive;
        this.file = file;
        this.settings = settings;
        this.commands = commands;
    }

    /// What the key of a command stands for.
    private record Asked(String what, int person, Object body) {}

    private record NoBody() {}

    private <R> R once(
            UUID key,
            String what,
            int id,
            Object body,
            Class<R> answer,
            Function<PersonId, R> work) {
        return commands.once(
                key, new Asked(what, id, body), answer, () -> work.apply(new PersonId(id)));
    }

    record IssueBody(
            @NotNull String uid,
            Optional<LocalDate> validUntil,
            Optional<@PositiveOrZero @Max(COST_MAX) Long> costCents,
            Optional<@PositiveOrZero @Max(AMOUNT_MAX) Long> cashCents,
            Optional<@PositiveOrZero @Max(AMOUNT_MAX) Long> subsidyCents,
            Optional<LocalDate> subsidyUntil,
            Optional<Channel> channel) {
        IssueOrder of(PersonId person) {
            return new IssueOrder(
                    person,
                    TypedUid.of("uid", uid),
                    validUntil,
                    money(costCents),
                    money(cashCents),
                    money(subsidyCents),
                    subsidyUntil,
                    channel.orElse(Channel.CASH));
        }
    }

    /// @param allowListPushed whether the card works at terminals that are offline as soon as they
    ///   have the list; if not, the list is still to be pushed by hand (`M-146`)
    record CardIssued(CardRow card, Optional<Integer> topUpOperationId, boolean allowListPushed) {}

    @Needs(Permission.HANDLE_CARDS)
    @PostMapping("/cards")
    @ResponseStatus(HttpStatus.CREATED)
    CardIssued issueCard(
            @RequestHeader("Idempotency-Key") UUID key,
            @PathVariable @Positive int id,
            @Valid @RequestBody IssueBody body) {
        var done =
                once(
                        key,
                        "issue",
                        id,
                        body,
                        CardIssued.class,
                        person -> {
                            var issued = centre.issue(body.of(person));
                            return new CardIssued(
                                    row(issued.card()),
                                    issued.topUp().map(TopUpReceipt::operationId),
                                    file.parameters().allowListAtIssue());
                        });
        return new CardIssued(local(done.card()), done.topUpOperationId(), done.allowListPushed());
    }

    /// @param cardNo the generated number of an account without a card (`M-079`)
    record AccountOpened(String cardNo) {}

    @Needs(Permission.HANDLE_CARDS)
    @PostMapping("/account")
    @ResponseStatus(HttpStatus.CREATED)
    AccountOpened openAccount(
            @RequestHeader("Idempotency-Key") UUID key, @PathVariable @Positive int id) {
        return once(
                key,
                "open",
                id,
                new NoBody(),
                AccountOpened.class,
                person -> {
                    centre.openAccounts(List.of(person));
                    return new AccountOpened("%010d".formatted(person.value()));
                });
    }

    record ExtendBody(@NotNull LocalDate validUntil) {}

    @Needs(Permission.HANDLE_CARDS)
    @PostMapping("/card-extension")
    CardRow extendCard(
            @RequestHeader("Idempotency-Key") UUID key,
            @PathVariable @Positive int id,
            @Valid @RequestBody ExtendBody body) {
        return local(
                once(
                        key,
                        "extend",
                        id,
                        body,
                        CardRow.class,
                        person -> row(centre.extend(person, body.validUntil()))));
    }

    @Needs(Permission.HANDLE_CARDS)
    @PostMapping("/card-loss")
    CardRow reportLoss(@RequestHeader("Idempotency-Key") UUID key, @PathVariable @Positive int id) {
        return local(
                once(
                        key,
                        "lose",
                        id,
                        new NoBody(),
                        CardRow.class,
                        one -> row(centre.reportLoss(one))));
    }

    @Needs(Permission.HANDLE_CARDS)
    @PostMapping("/card-loss/cancel")
    CardRow cancelLoss(@RequestHeader("Idempotency-Key") UUID key, @PathVariable @Positive int id) {
        return local(
                once(
                        key,
                        "find",
                        id,
                        new NoBody(),
                        CardRow.class,
                        one -> row(centre.cancelLoss(one))));
    }

    record ReplacementBody(
            @NotNull String uid,
            boolean damaged,
            Optional<LocalDate> validUntil,
            Optional<@PositiveOrZero @Max(COST_MAX) Long> costCents,
            Optional<Channel> channel,
            Optional<Boolean> goOn) {}

    /// @param opensOn until when the balance is held at the longest; absent if it is not
    record CardReplaced(CardRow card, Optional<LocalDate> opensOn) {}

    @Needs(Permission.HANDLE_CARDS)
    @PostMapping("/card-replacement")
    CardReplaced replaceCard(
            @RequestHeader("Idempotency-Key") UUID key,
            @PathVariable @Positive int id,
            @Valid @RequestBody ReplacementBody body) {
        var replaced =
                once(
                        key,
                        "replace",
                        id,
                        body,
                        CardReplaced.class,
                        person -> {
                            var done =
                                    replacements.replace(
                                            new Replacements.Wanted(
                                                    person,
                                                    TypedUid.of("uid", body.uid()),
                                                    body.damaged(),
                                                    body.validUntil(),
                                                    money(body.costCents()),
                                                    body.channel().orElse(Channel.CASH),
                                                    body.goOn().orElse(false)));
                            return new CardReplaced(row(done.card()), done.opensOn());
                        });
        return new CardReplaced(local(replaced.card()), replaced.opensOn());
    }

    record TakenOverRow(long cashCents, long subsidyCents) {}

    @Needs(Permission.HANDLE_CARDS)
    @PostMapping("/take-over")
    TakenOverRow takeOverBalance(
            @RequestHeader("Idempotency-Key") UUID key, @PathVariable @Positive int id) {
        return once(
                key,
                "take-over",
                id,
                new NoBody(),
                TakenOverRow.class,
                person -> {
                    var done = replacements.takeOver(person);
                    return new TakenOverRow(done.cash().cents(), done.subsidy().cents());
                });
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
        return once(
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
        return once(
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
        return once(
                key,
                "freeze",
                id,
                new NoBody(),
                AccountRow.class,
                person -> {
                    centre.freeze(person);
                    return new AccountRow(AccountState.FROZEN);
                });
    }

    @Needs(Permission.CLOSE_ACCOUNTS)
    @PostMapping("/unfreeze")
    AccountRow unfreezeAccount(
            @RequestHeader("Idempotency-Key") UUID key, @PathVariable @Positive int id) {
        return once(
                key,
                "unfreeze",
                id,
                new NoBody(),
                AccountRow.class,
                person -> {
                    centre.unfreeze(person);
                    return new AccountRow(AccountState.OPEN);
                });
    }

    @Needs(Permission.CLOSE_ACCOUNTS)
    @PostMapping("/reopen")
    AccountRow reopenAccount(
            @RequestHeader("Idempotency-Key") UUID key, @PathVariable @Positive int id) {
        return once(
                key,
                "reopen",
                id,
                new NoBody(),
                AccountRow.class,
                person -> {
                    centre.reopen(person);
                    return new AccountRow(AccountState.OPEN);
                });
    }

    private CardRow row(CardIssue card) {
        return CardRow.of(card, file.today(), settings.current().zone());
    }

    private CardRow local(CardRow row) {
        return row.in(settings.current().zone());
    }

    private static Money money(Optional<Long> cents) {
        return cents.map(Money::ofCents).orElse(Money.ZERO);
    }
}
