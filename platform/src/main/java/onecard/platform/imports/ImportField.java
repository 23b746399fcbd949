package onecard.platform.imports;

import java.util.List;

/// A field that a column of the table can fill.
///
/// @param key short, in the messages under `import.<kind>.field.<key>`
/// @param required whether every row needs it
/// @param headings further words by which the column is known
public record ImportField(String key, boolean required, List<String> headings) {
    public ImportField {
        headings = List.copyOf(headings);
    }
}
