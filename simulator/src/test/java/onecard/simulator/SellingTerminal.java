package onecard.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/// A program that sells until it is killed: folder, address, and, if it shall also do by itself
/// what terminals do, any third word.
final class SellingTerminal {
    private SellingTerminal() {}

    public static void main(String[] arguments) {
        FleetFile.Till till =
                new FleetFile.Till(
                        "T0000001", TestPlatform.KEY, null, null, null, null, 0, null, null, false);
        FleetFile file =
                new FleetFile(
                        null,
                        List.of(arguments[1]),
                        null,
                        null,
                        null,
                        true,
                        null,
                        List.of(till),
                        List.of(new FleetFile.SampleCard("04A1B2C3", null, null)),
                        null);
        Watch watch = Watch.steady();
        Fleet fleet = new Fleet(file, Path.of(arguments[0]), watch);
        if (arguments.length > 2) {
            fleet.attend();
        }
        Visitors visitors =
                new Visitors(
                        fleet.terminals().getFirst(),
                        fleet.rack(),
                        file.timetable(),
                        watch,
                        new SplittableRandom(ProcessHandle.current().pid()));
        while (true) {
            visitors.serve();
        }
    }
}
