package onecard.platform.imports;

import java.util.Map;

/// Told by the job that goes on with an import what became of rows, in the transaction in which it
/// became so.
public interface ImportOutcomes {
    /// These rows could not be written after all.
    void notWritten(int importId, Map<Integer, RowNote> why);

    /// These rows could not be undone.
    void notUndone(int importId, Map<Integer, RowNote> why);
}
