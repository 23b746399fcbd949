package onecard.platform.database;

/// Names and texts as SQL wants them.
final class Names {

    private Names() {}

    /// A name in quotes, only where it needs them, so that what people read stays readable.
    static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]{0,62}")
                ? name
                : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
