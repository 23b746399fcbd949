package onecard.platform.cards;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Revision;
import onecard.vocabulary.Money;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The parameters of the card centre.
@RestController
@RequestMapping("/api/v1/card-parameters")
class CardParametersController {
    private static final long COST_MAX = 1_000_000;

    private final CardParameterDesk desk;

    CardParametersController(CardParameterDesk desk) {
        this.desk = desk;
    }

    record CardParametersItem(
            boolean topUpAtIssue,
            long defaultCashCents,
            long defaultSubsidyCents,
            Optional<Integer> subsidyDays,
            int cardYears,
            boolean allowListAtIssue,
            boolean generatedNumbers,
            int greyDays,
            boolean opensWhenComplete,
            long cardCostCents,
            long cardFeeCents,
            SubsidyAtClose subsidyAtClose,
            int correctionHours,
            boolean shiftRequired,
            List<Long> quickAmountsCents,
            int revision) {
        static CardParametersItem of(CardParameterTable.Row row) {
            var now = row.parameters();
            return new CardParametersItem(
                    now.topUpAtIssue(),
                    now.defaultCash().cents(),
                    now.defaultSubsidy().cents(),
                    now.subsidyDays(),
                    now.cardYears(),
                    now.allowListAtIssue(),
                    now.generatedNumbers(),
                    now.greyDays(),
                    now.opensWhenComplete(),
                    now.cardCost().cents(),
                    now.cardFee().cents(),
                    now.subsidyAtClose(),
                    now.correctionHours(),
                    now.shiftRequired(),
                    now.quickAmounts().stream().map(Money::cents).toList(),
                    row.version());
        }
    }

    /// What is to be different; what is absent stays. `subsidyDays` 0 is "somebody must say".
    record CardParametersEdit(
            Optional<Boolean> topUpAtIssue,
            Optional<@PositiveOrZero @Max(TopUp.AMOUNT_MAX_CENTS) Long> defaultCashCents,
            Optional<@PositiveOrZero @Max(TopUp.AMOUNT_MAX_CENTS) Long> defaultSubsidyCents,
            Optional<@PositiveOrZero @Max(3_660) Integer> subsidyDays,
            Optional<@Min(1) @Max(CardParameters.CARD_YEARS_MAX) Integer> cardYears,
            Optional<Boolean> allowListAtIssue,
            Optional<Boolean> generatedNumbers,
            Optional<@PositiveOrZero @Max(365) Integer> greyDays,
            Optional<Boolean> opensWhenComplete,
            Optional<@PositiveOrZero @Max(COST_MAX) Long> cardCostCents,
            Optional<@PositiveOrZero @Max(COST_MAX) Long> cardFeeCents,
            Optional<SubsidyAtClose> subsidyAtClose,
            Optional<@PositiveOrZero @Max(8_760) Integer> correctionHours,
            Optional<Boolean> shiftRequired,
            Optional<
                            @Size(min = 1, max = CardParameters.QUICK_MAX) List<
                                    @Min(1) @Max(TopUp.AMOUNT_MAX_CENTS) Long>>
                    quickAmountsCents) {
        CardParameters appliedTo(CardParameters now) {
            var cost = cardCostCents.map(Money::ofCents).orElse(now.cardCost());
            var fee = cardFeeCents.map(Money::ofCents).orElse(now.cardFee());
            if (fee.compareTo(cost) > 0) {
                throw Problem.field(
                        "cardFeeCents", "error.cards.fee", Map.of("cost", cost.toString()));
            }
            return new CardParameters(
                    topUpAtIssue.orElse(now.topUpAtIssue()),
                    defaultCashCents.map(Money::ofCents).orElse(now.defaultCash()),
                    defaultSubsidyCents.map(Money::ofCents).orElse(now.defaultSubsidy()),
                    subsidyDays.isPresent()
                            ? subsidyDays.filter(days -> days > 0)
                            : now.subsidyDays(),
                    cardYears.orElse(now.cardYears()),
                    allowListAtIssue.orElse(now.allowListAtIssue()),
                    generatedNumbers.orElse(now.generatedNumbers()),
                    greyDays.orElse(now.greyDays()),
                    opensWhenComplete.orElse(now.opensWhenComplete()),
                    cost,
                    fee,
                    subsidyAtClose.orElse(now.subsidyAtClose()),
                    correctionHours.orElse(now.correctionHours()),
                    shiftRequired.orElse(now.shiftRequired()),
                    quickAmountsCents
                            .map(all -> all.stream().map(Money::ofCents).toList())
                            .orElse(now.quickAmounts()));
        }
    }

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping
    ResponseEntity<CardParametersItem> readCardParameters() {
        return answer(desk.row());
    }

    @Needs(Permission.EDIT_SETTINGS)
    @PatchMapping
    ResponseEntity<CardParametersItem> changeCardParameters(
            @RequestHeader("If-Match") Revision revision,
            @Valid @RequestBody CardParametersEdit edit) {
        return answer(desk.change(revision, edit::appliedTo));
    }

    private static ResponseEntity<CardParametersItem> answer(CardParameterTable.Row row) {
        return ResponseEntity.ok()
                .eTag(new Revision(row.version()).etag())
                .body(CardParametersItem.of(row));
    }
}
