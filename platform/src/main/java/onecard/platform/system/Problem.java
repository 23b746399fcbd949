package onecard.platform.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Something the caller asked for that cannot be, with the fields a program needs to go on. It ends
/// as `application/problem+json` in the caller's language, and carries no stack trace: it is an
/// answer, not an accident.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemKind kind;
    private final transient Map<String, Object> fields;
    private final transient List<FieldError> errors;

    private Problem(ProblemKind kind, Map<String, Object> fields, List<FieldError> errors) {
        super(kind.name(), null, false, false);
        this.kind = kind;
        this.fields = fields;
        this.errors = errors;
    }

    /// What is wrong with one field of what was sent.
    ///
    /// @param field its name as sent, `amountLimits.day` where nested
    /// @param message the key of the sentence in a message bundle
    /// @param values what the sentence names
    public record FieldError(String field, String message, Map<String, ?> values) {}

    /// Returns a problem of this kind.
    public static Problem of(ProblemKind kind) {
        return new Problem(kind, Map.of(), List.of());
    }

    /// Returns "there is no such thing here".
    public static Problem notFound(String what, Object id) {
        return of(ProblemKind.NOT_FOUND).with("what", what).with("id", id);
    }

    /// Returns the problem that one field was wrong; the message is a key of a bundle.
    public static Problem field(String field, String message) {
        return field(field, message, Map.of());
    }

    /// Returns the problem that one field was wrong; the message is a key of a bundle.
    public static Problem field(String field, String message, Map<String, ?> values) {
        return fields(List.of(new FieldError(field, message, values)));
    }

    /// Returns the problem that these fields were wrong.
    public static Problem fields(List<FieldError> errors) {
        return new Problem(ProblemKind.INVALID, Map.of(), List.copyOf(errors));
    }

    /// Returns this problem with one more field: it is part of the answer under this name, and the
    /// words may use it as `{name}`; an amount (`…Cents`) is written as `{name:money}`.
    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new Problem(kind, Collections.unmodifiableMap(more), errors);
    }

    /// Returns this problem with one more field that was wrong.
    public Problem withError(String field, String message, Map<String, ?> values) {
        var more = new ArrayList<>(errors);
        more.add(new FieldError(field, message, values));
        return new Problem(kind, fields, List.copyOf(more));
    }

    /// Returns what kind of problem it is.
    public ProblemKind kind() {
        return kind;
    }

    /// Returns the fields of the answer, in order.
    public Map<String, Object> fields() {
        return fields;
    }

    /// Returns what is wrong with which field.
    public List<FieldError> errors() {
        return errors;
    }
}
