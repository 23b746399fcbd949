package onecard.platform.gate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onecard.platform.terminals.DayTold;
import onecard.platform.terminals.Heard;
import onecard.platform.terminals.SellsAlone;
import onecard.platform.terminals.Terminals;
import onecard.platform.terminals.WorksBy;
import onecard.wire.NotApplied;
import onecard.wire.StateAnswer;
import onecard.wire.StateRequest;
import org.springframework.stereotype.Component;

/// Signs of life, the same on every port.
@Component
public class Heartbeats {
    private final Terminals terminals;
    private final Noticeboard noticeboard;

    Heartbeats(Terminals terminals, Noticeboard noticeboard) {
        this.terminals = terminals;
        this.noticeboard = noticeboard;
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
                        state.allowVersion(),
                        state.blockVersion(),
                        state.lastError());
        terminals.heard(
                visitor.terminal(),
                new Heard(visitor.arrivedAt(), visitor.address(), Optional.of(report)));
        terminals.told(visitor.terminal(), day(visitor, state));
        terminals.worksBy(
                visitor.terminal(),
                new WorksBy(
                        state.parameterVersion(),
                        state.notApplied().map(Heartbeats::refused),
                        visitor.arrivedAt()));
        terminals.sellsAlone(
                visitor.terminal(),
                new SellsAlone(state.aloneSince(), state.storedSum(), visitor.arrivedAt()));
        return new StateAnswer(
                known.missing(),
                known.highest(),
                visitor.arrivedAt(),
                noticeboard.newest(visitor.terminal()));
    }

    private static DayTold day(Visitor visitor, StateRequest state) {
        return new DayTold(
                visitor.arrivedAt(),
                state.clock(),
                state.todayCount(),
                state.todaySum(),
                state.lastSeq(),
                state.storedRecords(),
                state.oldestRecordAge());
    }

    private static WorksBy.Refused refused(NotApplied said) {
        return new WorksBy.Refused(
                said.version(),
                switch (said.reason()) {
                    case UNREADABLE -> WorksBy.Reason.UNREADABLE;
                    case UNSUPPORTED -> WorksBy.Reason.UNSUPPORTED;
                    case NOT_STORED -> WorksBy.Reason.NOT_STORED;
                },
                said.words());
    }
}
