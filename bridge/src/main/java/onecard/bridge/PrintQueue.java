package onecard.bridge;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Receipts on their way to the printer, one after the other. Money never waits for it: what cannot
/// be printed stays here and can be printed again.
final class PrintQueue implements AutoCloseable {
    /// Receipts waiting; the next one is refused.
    static final int WAITING_MAX = 50;

    /// Receipts kept for printing once more.
    static final int KEPT_MAX = 100;

    /// How often a printer is called that does not answer.
    static final int ATTEMPTS_MAX = 3;

    private final Printer printer;
    private final Duration pause;
    private final BlockingQueue<Integer> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Map<Integer, Job> jobs = new LinkedHashMap<>();
    private final Thread thread;
    private int last;

    /// How far a receipt is.
    enum State {
        WAITING,
        DONE,
        FAILED
    }

    /// @param problem why it failed; empty otherwise
    record Job(int id, Receipt receipt, State state, int attempts, Optional<String> problem) {
        Job ended(State with, int after, Optional<String> why) {
            return new Job(id, receipt, with, after, why);
        }
    }

    /// @param pause between two calls of a printer that does not answer
    PrintQueue(Printer printer, Duration pause) {
        this.printer = printer;
        this.pause = pause;
        this.thread = Thread.ofVirtual().name("printer").start(this::run);
    }

    Printer printer() {
        return printer;
    }

    /// Takes a receipt; empty when too many wait.
    synchronized Optional<Job> add(Receipt receipt) {
        int id = last + 1;
        if (!waiting.offer(id)) {
            return Optional.empty();
        }
        last = id;
        var job = new Job(id, receipt, State.WAITING, 0, Optional.empty());
        jobs.put(id, job);
        if (jobs.size() > KEPT_MAX) {
            jobs.remove(jobs.keySet().iterator().next());
        }
        return Optional.of(job);
    }

    /// Prints a receipt once more, as a job of its own.
    synchronized Optional<Job> again(int id) {
        return find(id).flatMap(job -> add(job.receipt()));
    }

    synchronized Optional<Job> find(int id) {
        return Optional.ofNullable(jobs.get(id));
    }

    private void run() {
        try {
            while (true) {
                Optional<Job> next = find(waiting.take());
                if (next.isPresent()) {
                    note(print(next.get()));
                }
            }
        } catch (InterruptedException _) {
            // The program ends.
        }
    }

    private Job print(Job job) throws InterruptedException {
        @Nullable String why = null;
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            if (attempt > 1) {
                // A printer that was switched on needs its time.
                Thread.sleep(pause);
            }
            switch (printer.print(job.receipt())) {
                case Printer.Ending.Printed() -> {
                    return job.ended(State.DONE, attempt, Optional.empty());
                }
                case Printer.Ending.BrokeOff(String how) -> {
                    return job.ended(State.FAILED, attempt, Optional.of(how));
                }
                case Printer.Ending.NotReached(String how) -> why = how;
            }
        }
        return job.ended(State.FAILED, ATTEMPTS_MAX, Optional.ofNullable(why));
    }

    private synchronized void note(Job job) {
        jobs.computeIfPresent(job.id(), (_, _) -> job);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
