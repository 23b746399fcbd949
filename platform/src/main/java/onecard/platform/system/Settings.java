package onecard.platform.system;

import java.util.function.UnaryOperator;

/// The settings of the site, the same on every node.
public interface Settings {
    /// Returns the settings as they are now. Cheap: it is a field read; a change made on any node
    /// is seen as soon as [Versions#read] has been called after it.
    SiteSettings current();

    /// Changes the settings in the caller's transaction and writes the difference to the audit
    /// trail. The function sees the settings as they are in the database, locked.
    ///
    /// @return the settings as they are from the commit on
    SiteSettings change(UnaryOperator<SiteSettings> change);
}
