package onecard.platform.system.settings;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Revision;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import onecard.platform.system.Versioned;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Where settings are read from memory and changed in the database.
@Service
class SiteSettingsDesk implements Settings {
    private final SettingsSnapshot snapshot;
    private final SiteSettingTable table;
    private final VersionTable versions;
    private final AuditTrail audit;

    SiteSettingsDesk(
            SettingsSnapshot snapshot,
            SiteSettingTable table,
            VersionTable versions,
            AuditTrail audit) {
        this.snapshot = snapshot;
        this.table = table;
        this.versions = versions;
        this.audit = audit;
    }

    @Override
    public SiteSettings current() {
        return snapshot.current().settings();
    }

    @Override
    @Transactional
    public SiteSettings change(UnaryOperator<SiteSettings> change) {
        SiteSettingTable.Row before = table.lock();
        return write(before, change.apply(before.settings()));
    }

    /// The same for somebody who edits what they have seen.
    @Transactional
    SiteSettingTable.Row edit(Revision revision, UnaryOperator<SiteSettings> change) {
        SiteSettingTable.Row before = table.lock();
        revision.mustBe(before.version());
        write(before, change.apply(before.settings()));
        return table.read();
    }

    private SiteSettings write(SiteSettingTable.Row before, SiteSettings after) {
        Map<String, Object> differences = differences(before.settings(), after);
        if (differences.isEmpty()) {
            return after;
        }
        table.write(after);
        versions.raise(Versioned.SETTINGS);
        audit.record("system.settings-changed", "settings", differences);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        snapshot.seen(before.version() + 1);
                    }
                });
        return after;
    }

    /// What is another value now, each with the one before.
    static Map<String, Object> differences(SiteSettings before, SiteSettings after) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (RecordComponent each : SiteSettings.class.getRecordComponents()) {
            try {
                Object old = each.getAccessor().invoke(before);
                Object now = each.getAccessor().invoke(after);
                if (!Objects.equals(old, now)) {
                    found.put(each.getName(), Map.of("from", text(old), "to", text(now)));
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A record's component can be read", e);
            }
        }
        return found;
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }
}
