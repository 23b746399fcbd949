package onecard.platform.imports;

import java.util.Map;

/// What is to be said about a cell: why its row is bad, or what was done with it.
///
/// @param field whose cell
/// @param value what stands there
/// @param message the key of the sentence
/// @param values what the sentence names
public record RowNote(String field, String value, String message, Map<String, Object> values) {
    /// The most of a value that is shown.
    private static final int VALUE_MAX = 80;

    public RowNote {
        value = value.length() <= VALUE_MAX ? value : value.substring(0, VALUE_MAX) + "…";
        values = Map.copyOf(values);
    }
}
