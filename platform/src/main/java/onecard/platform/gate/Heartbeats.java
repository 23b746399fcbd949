package onecard.platform.gate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onecard.platform.terminals.Heard;
import onecard.platform.terminals.Terminals;
import onecard.wire.Newest;
import onecard.wire.StateAnswer;
import onecard.wire.StateRequest;
import org.springframework.stereotype.Component;

/// Signs of life, the same on every port.
@Component
public class Heartbeats {
    private final Terminals terminals;

    Heartbeats(Terminals terminals) {
        this.terminals = terminals;
    }

    /// What the books know of a terminal's numbers.
    ///
    /// @param highest the highest number with an outcome, 0 if there is none
    /// @param missing stretches of numbers without one, oldest first
    public record Known(long highest, List<StateAnswer.SeqRange> missing) {}

    /// Notes that a terminal said something.
    public void heard(Visitor visitor) {
        terminals.heard(
                visitor.terminal(),
                new Heard(visitor.arrivedAt(), visitor.address(), Optional.empty()));
    }

    /// Notes a heartbeat and answers it.
    public StateAnswer answer(Visitor visitor, StateRequest state, Known known) {
        var report =
                new Heard.Report(
                        Duration.between(visitor.arrivedAt(), state.clock()),
                        state.firmware(),
                        state.lastSeq(),
                        state.storedRecords(),
                        state.lastError());
        terminals.heard(
                visitor.terminal(),
                new Heard(visitor.arrivedAt(), visitor.address(), Optional.of(report)));
        return new StateAnswer(known.missing(), known.highest(), visitor.arrivedAt(), Newest.NONE);
    }
}
