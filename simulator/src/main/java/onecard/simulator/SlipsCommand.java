package onecard.simulator;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "slips",
        mixinStandardHelpOptions = true,
        description = "Print every slip of the journals in a folder, one line of JSON each.")
final class SlipsCommand implements Callable<Integer> {
    @Option(names = "--folder", required = true, description = "where the journals lie")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        Slips.read(folder, (serial, slip) -> System.out.println(Slips.line(serial, slip)));
        return 0;
    }
}
