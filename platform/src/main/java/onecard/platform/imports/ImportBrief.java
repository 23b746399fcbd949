package onecard.platform.imports;

import java.util.Map;

/// What a desk is told of an import it shall write or undo.
///
/// @param options by key
public record ImportBrief(int id, String fileName, String mode, Map<String, String> options) {
    public ImportBrief {
        options = Map.copyOf(options);
    }
}
