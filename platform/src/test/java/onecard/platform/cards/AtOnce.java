package onecard.platform.cards;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onecard.platform.system.Problem;

/// Several desks press the button in the same moment.
final class AtOnce {
    private AtOnce() {}

    /// Runs all at once and tells how each ended: `done`, or the name of its problem.
    static List<String> ends(Callable<?>... desks) throws Exception {
        var start = new CyclicBarrier(desks.length);
        var running = new ArrayList<Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var desk : desks) {
                running.add(threads.submit(() -> end(start, desk)));
            }
            var ends = new ArrayList<String>();
            for (var each : running) {
                ends.add(each.get());
            }
            return ends;
        }
    }

    /// Runs the same many times at once.
    static List<String> ends(int desks, Callable<?> work) throws Exception {
        return ends(Collections.nCopies(desks, work).toArray(Callable<?>[]::new));
    }

    private static String end(CyclicBarrier start, Callable<?> desk) throws Exception {
        start.await();
        try {
            Object _ = desk.call();
            return "done";
        } catch (Problem problem) {
            return problem.kind().name();
        }
    }
}
