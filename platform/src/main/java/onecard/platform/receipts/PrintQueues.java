package onecard.platform.receipts;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import onecard.platform.system.ThisNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Receipts on their way to printers in the network: one queue for each printer, so that a dead one
/// holds up nobody else's, and nobody who takes money waits for any.
@Component
class PrintQueues implements InitializingBean, DisposableBean {
    /// Receipts that wait for one printer; the next one is refused.
    static final int WAITING_MAX = 50;

    /// How often a printer is called that does not answer.
    static final int ATTEMPTS_MAX = 3;

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(PrintQueues.class);

    private final Printers printers;
    private final PrintTable prints;
    private final ThisNode node;
    private final Clock clock;
    private final Duration pause;
    private final Map<Integer, ThreadPoolExecutor> lines = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("receipts-watch").factory());

    /// @param pause between two calls of a printer that does not answer
    PrintQueues(
            Printers printers,
            PrintTable prints,
            ThisNode node,
            Clock clock,
            @Value("${onecard.printer-pause:PT2S}") Duration pause) {
        this.printers = printers;
        this.prints = prints;
        this.node = node;
        this.clock = clock;
        this.pause = pause;
    }

    /// What waited when this node ended waits in no queue any more.
    @Override
    public void afterPropertiesSet() {
        prints.stopped(node.number(), clock.instant());
    }

    /// Takes a print that is noted as waiting.
    void add(long print, int printer, byte[] bytes) {
        try {
            lines.computeIfAbsent(printer, PrintQueues::line)
                    .execute(() -> run(print, printer, bytes));
        } catch (RejectedExecutionException _) {
            end(print, Optional.of(PrintTrouble.QUEUE_FULL));
        }
    }

    private static ThreadPoolExecutor line(int printer) {
        var line =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new ArrayBlockingQueue<>(WAITING_MAX),
                        Thread.ofVirtual().name("printer-" + printer).factory());
        line.allowCoreThreadTimeOut(true);
        return line;
    }

    private void run(long print, int printer, byte[] bytes) {
        try {
            end(print, attempt(printer, bytes));
        } catch (InterruptedException _) {
            end(print, Optional.of(PrintTrouble.STOPPED));
        }
    }

    private Optional<PrintTrouble> attempt(int id, byte[] bytes) throws InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            if (attempt > 1) {
                // A printer that was switched on needs its time.
                Thread.sleep(pause);
            }
            // Read anew each time: it may have got another address meanwhile, or be gone.
            var address = printers.find(id).flatMap(printers::reachable);
            if (address.isEmpty()) {
                return Optional.of(PrintTrouble.NO_PRINTER);
            }
            var trouble = new NetworkPrinter(address.get(), watch).print(bytes);
            // What broke off may be half on paper: whether to print it again is for a person.
            if (trouble.filter(one -> one == PrintTrouble.NOT_REACHED).isEmpty()) {
                return trouble;
            }
        }
        LOG.info("The receipt printer {} does not answer", id);
        return Optional.of(PrintTrouble.NOT_REACHED);
    }

    private void end(long print, Optional<PrintTrouble> trouble) {
        prints.end(print, trouble, clock.instant());
    }

    /// What still waits is noted as stopped by the next start.
    @Override
    public void destroy() throws InterruptedException {
        lines.values().forEach(ThreadPoolExecutor::shutdownNow);
        watch.shutdownNow();
        for (var line : lines.values()) {
            boolean _ = line.awaitTermination(1, TimeUnit.SECONDS);
        }
    }
}
