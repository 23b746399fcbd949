package onecard.platform.purchases;

import java.util.function.Function;

/// Where trays are settled: PostgreSQL, or the model of it that the simulation uses.
interface TrayStore {
    /// Runs one tray in one transaction and commits. If the work throws, nothing of it stays.
    <T> T inTray(int strand, Function<OpenTray, T> work);
}
