package onecard.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "proxy",
        mixinStandardHelpOptions = true,
        description = "Lose, double, delay and reorder UDP datagrams on their way.")
final class ProxyCommand implements Callable<Integer> {
    @Option(
            names = "--listen",
            defaultValue = "127.0.0.1:0",
            description = "host:port (${DEFAULT-VALUE})")
    private String listen = "";

    @Option(names = "--to", required = true, description = "host:port of the platform")
    private String to = "";

    @Option(names = "--lost", defaultValue = "20", description = "per cent (${DEFAULT-VALUE})")
    private int lost;

    @Option(names = "--doubled", defaultValue = "10", description = "per cent (${DEFAULT-VALUE})")
    private int doubled;

    @Option(names = "--delayed", defaultValue = "10", description = "per cent (${DEFAULT-VALUE})")
    private int delayed;

    @Option(names = "--reordered", defaultValue = "10", description = "per cent (${DEFAULT-VALUE})")
    private int reordered;

    @Option(
            names = "--delay-ms",
            defaultValue = "300",
            description = "longest delay (${DEFAULT-VALUE})")
    private int delayMillis;

    @Option(names = "--seed", defaultValue = "1", description = "(${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--until-input-ends", description = "end when standard input does")
    private boolean untilInputEnds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LossyProxy.Faults faults =
                new LossyProxy.Faults(
                        lost, doubled, delayed, reordered, Duration.ofMillis(delayMillis));
        try (UntilStopped stopped = new UntilStopped(untilInputEnds);
                LossyProxy proxy =
                        new LossyProxy(
                                FleetFile.address(listen), FleetFile.address(to), faults, seed)) {
            System.out.println(
                    JsonReply.JSON
                            .createObjectNode()
                            .put("ready", true)
                            .put("port", proxy.address().getPort()));
            stopped.await();
            System.out.println(counts(proxy.counts()));
        }
        return 0;
    }

    private static String counts(LossyProxy.Counts counts) {
        return JsonReply.JSON
                .createObjectNode()
                .put("passed", counts.passed())
                .put("lost", counts.lost())
                .put("doubled", counts.doubled())
                .put("delayed", counts.delayed())
                .toString();
    }
}
