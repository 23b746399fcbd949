package onecard.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What is killed next (`kill -9`).
///
/// @param whileATrayIsOpen whether the kitchen is caught in the midst of a transaction
record Blow(Victims who, boolean whileATrayIsOpen) {
    /// Who can be killed.
    enum Victims {
        PLATFORM,
        DATABASE,
        TERMINALS
    }

    /// Everybody once, in an order of chance. Platform and database take turns in being caught with
    /// an open tray.
    static List<Blow> round(int number, Random random) {
        boolean even = number % 2 == 0;
        var blows =
                new ArrayList<>(
                        List.of(
                                new Blow(Victims.PLATFORM, even),
                                new Blow(Victims.DATABASE, !even),
                                new Blow(Victims.TERMINALS, false)));
        Collections.shuffle(blows, random);
        return blows;
    }
}
