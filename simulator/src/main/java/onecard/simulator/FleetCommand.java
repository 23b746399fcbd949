package onecard.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "fleet",
        mixinStandardHelpOptions = true,
        description = "Run the terminals of a file, on its timetable, with a page for each.")
final class FleetCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, description = "JSON file of the fleet")
    private Path config = Path.of("");

    @Option(names = "--no-page", description = "do not open the page")
    private boolean noPage;

    @Option(names = "--until-input-ends", description = "end when standard input does")
    private boolean untilInputEnds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path base = config.toAbsolutePath().resolveSibling(".");
        run(FleetFile.read(config), base, !noPage, untilInputEnds);
        return 0;
    }

    static void run(FleetFile file, Path base, boolean withPage, boolean untilInputEnds)
            throws IOException, InterruptedException {
        try (UntilStopped stopped = new UntilStopped(untilInputEnds);
                Fleet fleet = new Fleet(file, base, Watch.steady())) {
            fleet.start();
            ObjectNode ready = JsonReply.JSON.createObjectNode().put("ready", true);
            ready.put("pid", ProcessHandle.current().pid());
            ArrayNode serials = ready.putArray("terminals");
            fleet.terminals().forEach(terminal -> serials.add(terminal.setup().serial().value()));
            if (withPage) {
                try (TerminalPages pages = new TerminalPages(fleet, file.portOfPage())) {
                    System.out.println(ready.put("page", pages.address()));
                    stopped.await();
                }
            } else {
                System.out.println(ready);
                stopped.await();
            }
        }
    }
}
