package onecard.platform.imports;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps with the preview what became of its rows.
@Component
class StoredImportOutcomes implements ImportOutcomes {
    private final ImportTable imports;
    private final ImportRowTable rows;

    StoredImportOutcomes(ImportTable imports, ImportRowTable rows) {
        this.imports = imports;
        this.rows = rows;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void notWritten(int importId, Map<Integer, RowNote> why) {
        rows.outcome(importId, RowOutcome.NOT_WRITTEN, why);
    }

    @Override
    @Transactional
    public void total(int importId, List<ImportSum> sums) {
        imports.total(importId, sums);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void notUndone(int importId, Map<Integer, RowNote> why) {
        rows.outcome(importId, RowOutcome.NOT_UNDONE, why);
    }
}
