package onecard.platform.purchases;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.MerchantScope;
import onecard.platform.system.Needs;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows the purchase journal: what was taken, what was refused and why, newest first.
@RestController
class PurchasesController {
    private final JournalList list;
    private final LiveRows rows;
    private final People people;
    private final CurrentOperator current;

    PurchasesController(JournalList list, LiveRows rows, People people, CurrentOperator current) {
        this.list = list;
        this.rows = rows;
        this.people = people;
        this.current = current;
    }

    @Needs(Permission.SEE_PURCHASES)
    @GetMapping("/api/v1/purchases")
    Page<LiveRow> listPurchases(
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit,
            @RequestParam Optional<Integer> merchantId,
            @RequestParam Optional<Integer> terminalId,
            @RequestParam Optional<Integer> personId,
            @Parameter(schema = @Schema(allowableValues = {"taken", "refused"})) @RequestParam
                    Optional<String> result,
            @RequestParam Optional<LocalDate> day) {
        var filter =
                new JournalFilter(scope(), merchantId, terminalId, result.map(this::isTaken), day);
        return named(
                personId.isPresent()
                        ? list.ofPerson(personId.get(), filter, after, Page.limit(limit))
                        : list.newest(filter, after, Page.limit(limit)));
    }

    @Needs(Permission.SEE_PURCHASES)
    @GetMapping("/api/v1/people/{id}/refusals")
    Page<LiveRow> listRefusals(
            @PathVariable @Positive int id,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        if (people.find(new PersonId(id)).isEmpty()) {
            throw Problem.notFound("person", id);
        }
        var filter =
                new JournalFilter(
                        scope(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(false),
                        Optional.empty());
        return named(list.ofPerson(id, filter, after, Page.limit(limit)));
    }

    private MerchantScope scope() {
        return current.get().merchants();
    }

    private Page<LiveRow> named(Page<JournalLine> page) {
        return new Page<>(rows.in(current.language(), page.items()), page.next());
    }

    private boolean isTaken(String result) {
        return switch (result) {
            case "taken" -> true;
            case "refused" -> false;
            default -> throw Problem.field("result", "error.purchases.result");
        };
    }
}
