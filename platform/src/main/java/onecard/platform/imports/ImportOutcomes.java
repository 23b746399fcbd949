package onecard.platform.imports;

import java.util.List;
import java.util.Map;

/// Told by the job that goes on with an import what became of rows, in the transaction in which it
/// became so.
public interface ImportOutcomes {
    /// These rows could not be written after all.
    void notWritten(int importId, Map<Integer, RowNote> why);

    /// This is what was written in the end.
    void total(int importId, List<ImportSum> sums);

    /// These rows could not be undone.
    void notUndone(int importId, Map<Integer, RowNote> why);
}
