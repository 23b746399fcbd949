package onecard.platform.demo;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Mode;

/// What the simulator's fleet and an integrator need to know of the sample school.
///
/// @param fleet the terminals that buy by themselves
/// @param spare a terminal for whoever wants to try one of their own
/// @param cards cards to tap
/// @param meals when people come to the fleet's terminals
public record Sample(
        List<SampleTerminal> fleet,
        SampleTerminal spare,
        List<SampleCard> cards,
        List<SampleMeal> meals) {
    public Sample {
        fleet = List.copyOf(fleet);
        cards = List.copyOf(cards);
        meals = List.copyOf(meals);
    }

    /// A registered terminal and its key.
    ///
    /// @param key the key it shakes hands with, as the console shows it
    /// @param fixedCents the amount in fixed mode, else 0
    public record SampleTerminal(
            String serial,
            String key,
            String merchant,
            Optional<Integer> machineNo,
            Mode mode,
            long fixedCents) {}

    /// A card in somebody's pocket.
    public record SampleCard(String uid, String name, String personNo) {}

    /// A meal of the day; it does not cross midnight.
    public record SampleMeal(String name, LocalTime from, LocalTime to) {}
}
