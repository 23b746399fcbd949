package onecard.platform.merchants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Merchants and the timetable as they stood at one version, kept in memory until the version
/// differs.
@Component
class MerchantSnapshot {
    private final MerchantTable merchants;
    private final OutletTable outlets;
    private final MealTable meals;
    private final MealPeriodTable periods;
    private final Settings settings;
    private final Versions versions;
    private final TransactionTemplate consistent;
    private volatile @Nullable State last;

    MerchantSnapshot(
            MerchantTable merchants,
            OutletTable outlets,
            MealTable meals,
            MealPeriodTable periods,
            Settings settings,
            Versions versions,
            PlatformTransactionManager transactions) {
        this.merchants = merchants;
        this.outlets = outlets;
        this.meals = meals;
        this.periods = periods;
        this.settings = settings;
        this.versions = versions;
        this.consistent = new TransactionTemplate(transactions);
        this.consistent.setReadOnly(true);
        this.consistent.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.consistent.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    record State(
            long settings, long version, Map<MerchantId, Merchant> merchants, Timetable timetable) {
        boolean holds(long settingsVersion, long merchantsVersion) {
            return settings == settingsVersion && version == merchantsVersion;
        }
    }

    /// Returns what holds now; asks for the versions and reads again if they differ.
    State current() {
        var now = versions.read();
        return at(
                now.getOrDefault(Versioned.SETTINGS, 0L),
                now.getOrDefault(Versioned.MERCHANTS, 0L));
    }

    /// Returns what holds at these versions. If somebody changed more since the caller read them,
    /// the answer is newer: that is a change taking effect at the next transaction.
    State at(long settingsVersion, long version) {
        var kept = last;
        return kept != null && kept.holds(settingsVersion, version)
                ? kept
                : reload(settingsVersion, version);
    }

    /// One at a time: whoever asks may hold a connection already, and this takes a second one. It
    /// reads in a transaction of its own together with the version, so that what a caller has
    /// changed and not committed is never kept.
    private synchronized State reload(long settingsVersion, long version) {
        var kept = last;
        if (kept != null && kept.holds(settingsVersion, version)) {
            return kept;
        }
        var site = settings.current();
        var read = consistent.execute(_ -> read(settingsVersion, site));
        last = read;
        return read;
    }

    private State read(long settingsVersion, SiteSettings site) {
        return new State(
                settingsVersion,
                versions.read().getOrDefault(Versioned.MERCHANTS, 0L),
                readMerchants(),
                new Timetable(site.zone(), site.dayStart(), meals.all(), periods.all()));
    }

    private Map<MerchantId, Merchant> readMerchants() {
        var byMerchant = new HashMap<MerchantId, List<Merchant.Outlet>>();
        for (var outlet : outlets.all()) {
            byMerchant
                    .computeIfAbsent(outlet.merchant(), _ -> new ArrayList<>())
                    .add(new Merchant.Outlet(outlet.id(), outlet.name()));
        }
        var found = new LinkedHashMap<MerchantId, Merchant>();
        for (var row : merchants.all()) {
            found.put(
                    row.id(),
                    new Merchant(
                            row.id(), row.name(), byMerchant.getOrDefault(row.id(), List.of())));
        }
        return found;
    }
}
