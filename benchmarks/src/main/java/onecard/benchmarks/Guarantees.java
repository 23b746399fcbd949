package onecard.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import onecard.platform.purchases.KitchenVariants.Without;

/// What each guarantee costs: the same crowd with it and without it, in turns. It is told in
/// processor time and log, which a disk that others use as well does not change; rates beside.
final class Guarantees {
    private final BusyStreet street;
    private final Rounds.Size size;
    private final ServerCosts costs;
    private final Figures figures;

    Guarantees(BusyStreet street, Rounds.Size size, ServerCosts costs, Figures figures) {
        this.street = street;
        this.size = size;
        this.costs = costs;
        this.figures = figures;
    }

    private record Run(double rate, ServerCosts.PerOrder each) {}

    /// Last, and after the books were added up: what leaves out a guarantee spoils them. Every look
    /// is made in both, so that the difference is the guarantee and nothing else.
    void run() throws InterruptedException {
        for (Without without : Without.values()) {
            if (without != Without.NOTHING) {
                Without all = without == Without.MEMORY ? Without.NOTHING : Without.MEMORY;
                var with = new ArrayList<Run>();
                var left = new ArrayList<Run>();
                for (int round = 1; round <= size.rounds(); round++) {
                    with.add(once(all));
                    left.add(once(without));
                }
                write(without.name().toLowerCase(Locale.ROOT), with, left);
            }
        }
    }

    private Run once(Without without) throws InterruptedException {
        street.refresh();
        ServerCosts.Sum before = costs.now();
        LoadRun.Counted run = street.busy(without, size, size.seconds());
        return new Run(run.rate(), costs.now().perOrder(before, run.decided()));
    }

    private void write(String name, List<Run> with, List<Run> left) {
        String how =
                "median of %d rounds with it less median without it; rates %s/s with it, %s/s without"
                        .formatted(size.rounds(), rates(with), rates(left));
        figures.add(
                "cost-of-" + name + "-postgres",
                difference(with, left, run -> run.each().postgres()),
                "us per purchase",
                how);
        figures.add(
                "cost-of-" + name + "-java",
                difference(with, left, run -> run.each().java()),
                "us per purchase",
                how);
        figures.add(
                "cost-of-" + name + "-wal",
                difference(with, left, run -> run.each().log()),
                "bytes per purchase",
                how);
    }

    private static double difference(List<Run> with, List<Run> left, ToDoubleFunction<Run> of) {
        return median(with, of) - median(left, of);
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> of) {
        return Figures.median(runs.stream().mapToDouble(of).toArray());
    }

    private static List<Long> rates(List<Run> runs) {
        return runs.stream().map(run -> Math.round(run.rate())).toList();
    }
}
