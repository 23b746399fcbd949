package onecard.platform.demo;

import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Mode;

/// What the simulator's fleet and an integrator need to know of the sample school.
///
/// @param fleet the terminals that buy by themselves
/// @param spare a terminal for whoever wants to try one of their own
/// @param cards cards to tap
public record Sample(List<SampleTerminal> fleet, SampleTerminal spare, List<SampleCard> cards) {
    public Sample {
        fleet = List.copyOf(fleet);
        cards = List.copyOf(cards);
    }

    /// A registered terminal and its key.
    ///
    /// @param keyHex the key it shakes hands with
    /// @param fixedCents the amount in fixed mode, else 0
    public record SampleTerminal(
            String serial,
            String keyHex,
            String merchant,
            Optional<Integer> machineNo,
            Mode mode,
            long fixedCents) {}

    /// A card in somebody's pocket.
    public record SampleCard(String uid, String name, String personNo) {}
}
