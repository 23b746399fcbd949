package onecard.platform.imports;

import java.util.List;

/// Something to be chosen for a whole table. Its words are `import.option.<key>`, those of its
/// values `import.option.<key>.<value>`.
///
/// @param values the usual one first
public record ImportOption(String key, List<String> values) {
    public ImportOption {
        values = List.copyOf(values);
    }
}
