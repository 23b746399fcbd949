package onecard.platform.jobs;

import java.time.Clock;
import java.util.Optional;
import onecard.platform.system.CurrentOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// The jobs as they are stored.
@Service
class StoredJobs implements Jobs {
    private final JobTable table;
    private final JobFileTable files;
    private final JobRunner runner;
    private final CurrentOperator operator;
    private final JsonMapper json;
    private final Clock clock;

    StoredJobs(
            JobTable table,
            JobFileTable files,
            JobRunner runner,
            CurrentOperator operator,
            JsonMapper json,
            Clock clock) {
        this.table = table;
        this.files = files;
        this.runner = runner;
        this.operator = operator;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Job start(String kind, Object order) {
        if (!runner.work(kind).order().isInstance(order)) {
            throw new IllegalArgumentException(kind + " is not ordered by " + order.getClass());
        }
        var text = json.writeValueAsString(order);
        var job = table.add(kind, operator.get(), text, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        runner.wake();
                    }
                });
        return job;
    }

    @Override
    public Optional<Job> find(int id) {
        return table.find(id);
    }

    @Override
    @Transactional
    public void cancel(int id) {
        table.cancel(id, clock.instant());
    }

    @Override
    public Optional<JobFile> file(int id) {
        return files.find(id);
    }
}
