package onecard.platform.system.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The settings as this node last read them. They are read again as soon as anybody sees another
/// version, and never for a purchase.
@Component
class SettingsSnapshot {
    private final SiteSettingTable table;
    private volatile SiteSettingTable.@Nullable Row last;

    SettingsSnapshot(SiteSettingTable table) {
        this.table = table;
    }

    SiteSettingTable.Row current() {
        SiteSettingTable.Row known = last;
        return known == null ? load() : known;
    }

    /// Somebody saw this version in the database.
    void seen(long version) {
        SiteSettingTable.Row known = last;
        if (known == null || known.version() != version) {
            load();
        }
    }

    private synchronized SiteSettingTable.Row load() {
        SiteSettingTable.Row read = table.read();
        last = read;
        return read;
    }
}
