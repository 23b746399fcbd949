package onecard.platform.imports;

import onecard.platform.jobs.JobWork;
import onecard.platform.system.Permission;

/// One of the steps of an import as a job. Who may see and cancel it is decided by the desk whose
/// table it is.
abstract class ImportWork implements JobWork<ImportOrder> {
    private final ImportTable imports;
    private final ImportDesks desks;

    ImportWork(ImportTable imports, ImportDesks desks) {
        this.imports = imports;
        this.desks = desks;
    }

    @Override
    public Permission needs(ImportOrder order) {
        return desks.of(imports.find(order.importId()).orElseThrow().kind()).needs();
    }

    @Override
    public Class<ImportOrder> order() {
        return ImportOrder.class;
    }
}
