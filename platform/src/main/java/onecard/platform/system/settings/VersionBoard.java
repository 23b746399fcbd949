package onecard.platform.system.settings;

import java.util.Map;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Reads the versions, and lets the settings know what was read.
@Component
class VersionBoard implements Versions {
    private final VersionTable versions;
    private final SettingsSnapshot settings;

    VersionBoard(VersionTable versions, SettingsSnapshot settings) {
        this.versions = versions;
        this.settings = settings;
    }

    @Override
    public Map<Versioned, Long> read() {
        Map<Versioned, Long> read = versions.read();
        Long number = read.get(Versioned.SETTINGS);
        if (number != null) {
            settings.seen(number);
        }
        return read;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(Versioned what) {
        versions.raise(what);
    }
}
