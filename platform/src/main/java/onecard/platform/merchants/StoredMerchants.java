package onecard.platform.merchants;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The merchants as they are stored.
@Service
class StoredMerchants implements Merchants {
    private static final int NAME_MAX = 60;

    private final MerchantTable table;
    private final OutletTable outlets;
    private final MerchantSnapshot snapshot;
    private final Versions versions;
    private final ObjectProvider<TerminalCensus> census;
    private final ObjectProvider<MerchantUse> uses;
    private final AuditTrail audit;

    StoredMerchants(
            MerchantTable table,
            OutletTable outlets,
            MerchantSnapshot snapshot,
            Versions versions,
            ObjectProvider<TerminalCensus> census,
            ObjectProvider<MerchantUse> uses,
            AuditTrail audit) {
        this.table = table;
        this.outlets = outlets;
        this.snapshot = snapshot;
        this.versions = versions;
        this.census = census;
        this.uses = uses;
        this.audit = audit;
    }

    @Override
    public List<Merchant> all() {
        return List.copyOf(snapshot.current().merchants().values());
    }

    @Override
    public Optional<Merchant> find(MerchantId id) {
        return Optional.ofNullable(snapshot.current().merchants().get(id));
    }

    @Override
    @Transactional
    public Merchant add(String name) {
        var line = TypedLine.of("name", name, NAME_MAX);
        var id = table.add(line).orElseThrow(() -> taken(line));
        versions.raise(Versioned.MERCHANTS);
        audit.record("merchants.merchant-added", subject(id, line), Map.of());
        return new Merchant(id, line, List.of());
    }

    @Override
    @Transactional
    public Merchant rename(MerchantId id, String name) {
        var line = TypedLine.of("name", name, NAME_MAX);
        var before = table.lock(id).orElseThrow(() -> noSuch(id));
        if (!table.rename(id, line)) {
            throw taken(line);
        }
        versions.raise(Versioned.MERCHANTS);
        audit.record("merchants.merchant-renamed", subject(id, line), Map.of("before", before));
        return new Merchant(id, line, outletsOf(id));
    }

    @Override
    @Transactional
    public Merchant.Outlet addOutlet(MerchantId merchant, String name) {
        var line = TypedLine.of("name", name, NAME_MAX);
        var owner = table.lock(merchant).orElseThrow(() -> noSuch(merchant));
        var id =
                outlets.add(merchant, line)
                        .orElseThrow(
                                () -> Problem.of(MerchantProblems.OUTLET_TAKEN).with("name", line));
        versions.raise(Versioned.MERCHANTS);
        audit.record("merchants.outlet-added", subject(merchant, owner), Map.of("outlet", line));
        return new Merchant.Outlet(id, line);
    }

    @Override
    @Transactional
    public void remove(MerchantId id) {
        var name = table.lock(id).orElseThrow(() -> noSuch(id));
        int terminals =
                census.stream().mapToInt(each -> each.perMerchant().getOrDefault(id, 0)).sum();
        var rules = uses.stream().flatMap(use -> use.of(id).stream()).toList();
        if (terminals > 0 || !rules.isEmpty()) {
            throw inUse(terminals, rules);
        }
        try {
            table.remove(id);
        } catch (DataIntegrityViolationException stillNamed) {
            throw inUse(terminals, rules);
        }
        versions.raise(Versioned.MERCHANTS);
        audit.record("merchants.merchant-removed", subject(id, name), Map.of());
    }

    private List<Merchant.Outlet> outletsOf(MerchantId id) {
        return outlets.all().stream()
                .filter(row -> row.merchant().equals(id))
                .map(row -> new Merchant.Outlet(row.id(), row.name()))
                .toList();
    }

    private static Problem taken(String name) {
        return Problem.of(MerchantProblems.MERCHANT_TAKEN).with("name", name);
    }

    private static Problem inUse(int terminals, List<String> rules) {
        return Problem.of(MerchantProblems.MERCHANT_IN_USE)
                .with("terminals", terminals)
                .with("rules", rules);
    }

    private static Problem noSuch(MerchantId id) {
        return Problem.notFound("merchant", id.value());
    }

    private static String subject(MerchantId id, String name) {
        return "merchant " + id.value() + " " + name;
    }
}
