package onecard.platform.cards;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import onecard.platform.people.PersonId;
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

    private final StoredCardCentre centre;
    private final Replacements replacements;
    private final PersonFile file;
    private final Settings settings;
    private final PersonCommands commands;

    CardDeskController(
            StoredCardCentre centre,
            Replacements replacements,
            PersonFile file,
            Settings settings,
            PersonCommands commands) {
        this.centre = centre;
        this.replacements = replacements;
        this.file = file;
        this.settings = settings;
        this.commands = commands;
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
                commands.once(
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
        return commands.once(
                key,
                "open",
                id,
                PersonCommands.NO_BODY,
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
        return ofCard(key, "extend", id, body, one -> centre.extend(one, body.validUntil()));
    }

    @Needs(Permission.HANDLE_CARDS)
    @PostMapping("/card-loss")
    CardRow reportLoss(@RequestHeader("Idempotency-Key") UUID key, @PathVariable @Positive int id) {
        return ofCard(key, "lose", id, PersonCommands.NO_BODY, centre::reportLoss);
    }

    @Needs(Permission.HANDLE_CARDS)
    @PostMapping("/card-loss/cancel")
    CardRow cancelLoss(@RequestHeader("Idempotency-Key") UUID key, @PathVariable @Positive int id) {
        return ofCard(key, "find", id, PersonCommands.NO_BODY, centre::cancelLoss);
    }

    private CardRow ofCard(
            UUID key, String what, int id, Object body, Function<PersonId, CardIssue> command) {
        return local(
                commands.once(key, what, id, body, CardRow.class, one -> row(command.apply(one))));
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
                commands.once(
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
        return commands.once(
                key,
                "take-over",
                id,
                PersonCommands.NO_BODY,
                TakenOverRow.class,
                person -> {
                    var done = replacements.takeOver(person);
                    return new TakenOverRow(done.cash().cents(), done.subsidy().cents());
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
