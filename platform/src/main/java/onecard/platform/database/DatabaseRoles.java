package onecard.platform.database;

/// The names of the two roles that work in the database; a third one, its owner, only migrates.
///
/// @param app may change data where a migration grants it, and no table's shape anywhere
/// @param report may read the views of schema `reporting` and nothing else
public record DatabaseRoles(String app, String report) {

    private static final int NAME_LENGTH_MAX = 63;

    public DatabaseRoles {
        if (report.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "The name of a role has at most "
                            + NAME_LENGTH_MAX
                            + " letters, not "
                            + report);
        }
    }

    /// The roles of a database, or of several that share them.
    public static DatabaseRoles named(String prefix) {
        return new DatabaseRoles(prefix + "_app", prefix + "_report");
    }
}
