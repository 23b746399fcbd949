package onecard.platform.merchants;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The merchants of the site; an operator of one merchant sees that one.
@RestController
@RequestMapping("/api/v1/merchants")
class MerchantsController {
    private final Merchants merchants;
    private final ObjectProvider<TerminalCensus> census;
    private final CurrentOperator operator;

    MerchantsController(
            Merchants merchants, ObjectProvider<TerminalCensus> census, CurrentOperator operator) {
        this.merchants = merchants;
        this.census = census;
        this.operator = operator;
    }

    record NameBody(@NotNull String name) {}

    record OutletRow(int id, String name) {
        static OutletRow of(Merchant.Outlet outlet) {
            return new OutletRow(outlet.id().value(), outlet.name());
        }
    }

    /// @param terminals how many terminals stand there
    record MerchantRow(int id, String name, List<OutletRow> outlets, int terminals) {}

    record MerchantList(List<MerchantRow> items) {}

    @Needs(Permission.SEE_MERCHANTS)
    @GetMapping
    MerchantList listMerchants() {
        var scope = operator.get().merchants();
        var terminals = terminals();
        return new MerchantList(
                merchants.all().stream()
                        .filter(merchant -> scope.covers(merchant.id().value()))
                        .map(merchant -> row(merchant, terminals))
                        .toList());
    }

    @Needs(Permission.EDIT_MERCHANTS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MerchantRow addMerchant(@Valid @RequestBody NameBody body) {
        return row(merchants.add(body.name()), Map.of());
    }

    @Needs(Permission.EDIT_MERCHANTS)
    @PatchMapping("/{id}")
    MerchantRow renameMerchant(@PathVariable @Positive int id, @Valid @RequestBody NameBody body) {
        return row(merchants.rename(new MerchantId(id), body.name()), terminals());
    }

    @Needs(Permission.EDIT_MERCHANTS)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeMerchant(@PathVariable @Positive int id) {
        merchants.remove(new MerchantId(id));
    }

    @Needs(Permission.EDIT_MERCHANTS)
    @PostMapping("/{id}/outlets")
    @ResponseStatus(HttpStatus.CREATED)
    OutletRow addOutlet(@PathVariable @Positive int id, @Valid @RequestBody NameBody body) {
        return OutletRow.of(merchants.addOutlet(new MerchantId(id), body.name()));
    }

    private Map<MerchantId, Integer> terminals() {
        return census.stream().map(TerminalCensus::perMerchant).findFirst().orElse(Map.of());
    }

    private static MerchantRow row(Merchant merchant, Map<MerchantId, Integer> terminals) {
        return new MerchantRow(
                merchant.id().value(),
                merchant.name(),
                merchant.outlets().stream().map(OutletRow::of).toList(),
                terminals.getOrDefault(merchant.id(), 0));
    }
}
