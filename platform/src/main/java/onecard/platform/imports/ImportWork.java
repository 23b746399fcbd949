package onecard.platform.imports;

import onecard.platform.jobs.JobWork;
import onecard.platform.system.Permission;

/// One of the steps of an import as a job. All of them are for who may edit people: the desks there
/// are today all write people and departments.
interface ImportWork extends JobWork<ImportOrder> {
    @Override
    default Permission needs() {
        return Permission.EDIT_PEOPLE;
    }

    @Override
    default Class<ImportOrder> order() {
        return ImportOrder.class;
    }
}
