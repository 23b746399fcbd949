package onecard.platform.purchases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.IdempotentCommands;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.platform.terminals.TerminalId;
import onecard.vocabulary.Money;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Charges of a person, their corrections, and purchases entered by hand.
@RestController
@RequestMapping("/api/v1")
class CorrectionsController {
    private static final long CHARGE_MAX = 1_000_000;
    private static final int WORDS_MAX = 200;
    private static final int CHARGES_MAX = 200;

    private final Corrections corrections;
    private final BackEntries entries;
    private final ChargesTable charges;
    private final CorrectionTable made;
    private final LiveRows rows;
    private final IdempotentCommands commands;
    private final CurrentOperator operator;
    private final Settings settings;

    CorrectionsController(
            Corrections corrections,
            BackEntries entries,
            ChargesTable charges,
            CorrectionTable made,
            LiveRows rows,
            IdempotentCommands commands,
            CurrentOperator operator,
            Settings settings) {
        this.corrections = corrections;
        this.entries = entries;
        this.charges = charges;
        this.made = made;
        this.rows = rows;
        this.commands = commands;
        this.operator = operator;
        this.settings = settings;
    }

    /// A correction as it was made.
    record CorrectionItem(
            String number,
            OffsetDateTime at,
            long differenceCents,
            long chargedCents,
            String operatorName,
            String reason) {}

    /// A charge.
    ///
    /// @param chargedCents what it costs with its corrections
    /// @param bookedAt from when the window counts where the charge came late (`D-05`)
    /// @param correctable whether there is something to correct
    record ChargeItem(
            String number,
            LocalDate bookedOn,
            OffsetDateTime at,
            OffsetDateTime bookedAt,
            String kind,
            String merchantName,
            String terminalSerial,
            Optional<Integer> machineNo,
            Optional<String> mealName,
            long netCents,
            long chargedCents,
            boolean voided,
            boolean correctable,
            List<CorrectionItem> corrections) {}

    record Charges(LocalDate day, List<ChargeItem> items) {}

    @Needs(Permission.SEE_PURCHASES)
    @GetMapping("/people/{id}/charges")
    Charges listCharges(@PathVariable @Positive int id, @RequestParam LocalDate day) {
        var site = settings.current();
        var lines =
                charges.between(
                        id,
                        site.beginOf(day),
                        site.beginOf(day.plusDays(1)),
                        day.minusDays(1),
                        operator.get().merchants().forSql(),
                        CHARGES_MAX);
        var live = rows.in(operator.language(), lines);
        var corrected = made.of(lines.stream().map(line -> line.row().number()).toList());
        var items = new java.util.ArrayList<ChargeItem>();
        for (int i = 0; i < lines.size(); i++) {
            items.add(item(lines.get(i), live.get(i), corrected));
        }
        return new Charges(day, items);
    }

    private ChargeItem item(JournalLine line, LiveRow live, List<CorrectionTable.Row> corrected) {
        var row = line.row();
        var own = corrected.stream().filter(one -> one.purchase() == row.number()).toList();
        return new ChargeItem(
                live.number(),
                row.bookedOn(),
                live.at(),
                local(line.bookedAt()),
                row.kind().name(),
                live.merchantName(),
                live.terminalSerial(),
                live.machineNo(),
                live.mealName(),
                live.netCents(),
                own.isEmpty() ? live.netCents() : own.getLast().charged().cents(),
                line.voided(),
                !line.voided() && Corrections.isCharge(row),
                own.stream()
                        .map(one ->
                                new CorrectionItem(
                                        WhyWords.readable(one.number()),
                                        local(one.at()),
                                        one.gross().cents(),
                                        one.charged().cents(),
                                        one.operatorName(),
                                        one.reason()))
                        .toList());
    }

    record CorrectionBody(
            @NotNull String number,
            @NotNull LocalDate bookedOn,
            @PositiveOrZero @Max(CHARGE_MAX) long shouldCents,
            @NotBlank @Size(max = WORDS_MAX) String reason) {}

    record CorrectionDone(
            String number,
            OffsetDateTime at,
            long beforeCents,
            long afterCents,
            long cashAfterCents,
            long subsidyAfterCents) {}

    @Needs(Permission.CORRECT_CHARGES)
    @PostMapping("/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    CorrectionDone correctCharge(
            @RequestHeader("Idempotency-Key") UUID key, @Valid @RequestBody CorrectionBody body) {
        var wanted =
                new Corrections.Wanted(
                        body.bookedOn(),
                        number(body.number()),
                        Money.ofCents(body.shouldCents()),
                        body.reason().strip());
        var done =
                commands.once(
                        key, body, Corrections.Corrected.class, () -> corrections.correct(wanted));
        return new CorrectionDone(
                WhyWords.readable(done.number()),
                local(done.at()),
                done.before().cents(),
                done.after().cents(),
                done.cashAfter().cents(),
                done.subsidyAfter().cents());
    }

    record BackEntryBody(
            @Positive int personId,
            @Positive int terminalId,
            @NotNull OffsetDateTime at,
            @Positive @Max(CHARGE_MAX) long amountCents,
            Optional<@Size(max = WORDS_MAX) String> remark) {}

    record BackEntryDone(
            String number,
            long cashCents,
            long subsidyCents,
            long cashAfterCents,
            long subsidyAfterCents) {}

    @Needs(Permission.CORRECT_CHARGES)
    @PostMapping("/back-entries")
    @ResponseStatus(HttpStatus.CREATED)
    BackEntryDone enterPurchase(
            @RequestHeader("Idempotency-Key") UUID key, @Valid @RequestBody BackEntryBody body) {
        var slip =
                new BackEntries.Slip(
                        new PersonId(body.personId()),
                        new TerminalId(body.terminalId()),
                        body.at().toInstant(),
                        Money.ofCents(body.amountCents()),
                        body.remark().orElse("").strip());
        var done = commands.once(key, body, BackEntries.Entered.class, () -> entries.enter(slip));
        return new BackEntryDone(
                WhyWords.readable(done.number()),
                done.cash().cents(),
                done.subsidy().cents(),
                done.cashAfter().cents(),
                done.subsidyAfter().cents());
    }

    /// Reads a journal number as people write it.
    private static long number(String text) {
        return JournalNumber.parse(text)
                .orElseThrow(() -> Problem.field("number", "error.purchases.number"))
                .value();
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(settings.current().zone()).toOffsetDateTime();
    }
}
