package onecard.platform.reports.catalogue;

/// What rows can be chosen by, besides the days. The word is the parameter of the request and of
/// the statement.
enum Filter {
    MERCHANT("merchant", Kind.ID),
    TERMINAL("terminal", Kind.ID),
    MEAL("meal", Kind.ID),
    PERSON("person", Kind.ID),
    /// The department with everything below it.
    DEPARTMENT("department", Kind.DEPARTMENT),
    /// The department without what is below it.
    OWN_DEPARTMENT("ownDepartment", Kind.ID),
    GROUP("group", Kind.ID),
    OPERATOR("operator", Kind.ID),
    SHIFT("shift", Kind.ID),
    CHANNEL("channel", Kind.WORD),
    KIND("kind", Kind.WORD),
    PURSE("purse", Kind.WORD),
    RESULT("result", Kind.WORD),
    STATE("state", Kind.WORD);

    /// How a filter is read and compared.
    enum Kind {
        ID,
        DEPARTMENT,
        WORD
    }

    /// Asks for rows that have no merchant, no meal and so on.
    static final String NONE = "none";

    private final String word;
    private final Kind kind;

    Filter(String word, Kind kind) {
        this.word = word;
        this.kind = kind;
    }

    String word() {
        return word;
    }

    Kind kind() {
        return kind;
    }

    /// Returns the condition for rows whose value is this expression.
    String condition(String expression, String value) {
        if (value.equals(NONE)) {
            return expression + " is null";
        }
        return switch (kind) {
            case ID -> "%s = cast(:%s as bigint)".formatted(expression, word);
            case WORD -> "%s = :%s".formatted(expression, word);
            case DEPARTMENT ->
                    """
                    (%1$s = cast(:%2$s as bigint)
                     or %1$s in (select below.id
                                   from reporting.department above
                                   join reporting.department below
                                     on starts_with(below.code, above.code)
                                  where above.id = cast(:%2$s as bigint)))\
                    """
                            .formatted(expression, word);
        };
    }
}
