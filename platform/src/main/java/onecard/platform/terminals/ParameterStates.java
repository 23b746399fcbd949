package onecard.platform.terminals;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Tells whether terminals work by the parameters that are wanted of them.
@Component
class ParameterStates {
    private final ParameterTable table;

    ParameterStates(ParameterTable table) {
        this.table = table;
    }

    /// How a terminal stands.
    enum ParameterStanding {
        /// Nobody has set any.
        NONE,
        /// It works by them.
        APPLIED,
        /// It was told, or will be when it speaks again.
        WAITING,
        /// It says that it cannot work by them, and why.
        FAILED
    }

    /// @param wanted their version
    /// @param applied the version by which the terminal says to work
    /// @param appliedAt when it first said so
    /// @param failedAt when it said that it cannot work by those wanted
    /// @param failedWords what is wrong, in the terminal's own words
    record ParameterState(
            ParameterStanding standing,
            Optional<Long> wanted,
            Optional<Instant> wantedAt,
            Optional<Long> applied,
            Optional<Instant> appliedAt,
            Optional<Instant> failedAt,
            Optional<WorksBy.Reason> failedReason,
            Optional<String> failedWords) {
        private static final ParameterState NONE =
                new ParameterState(
                        ParameterStanding.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        private static ParameterState of(ParameterTable.State state) {
            var said = state.said();
            var refused =
                    said.flatMap(WorksBy::refused)
                            .filter(each -> each.version() == state.version());
            boolean applied = said.filter(each -> each.version() == state.version()).isPresent();
            return new ParameterState(
                    applied
                            ? ParameterStanding.APPLIED
                            : refused.isPresent()
                                    ? ParameterStanding.FAILED
                                    : ParameterStanding.WAITING,
                    Optional.of(state.version()),
                    Optional.of(state.wantedAt()),
                    said.map(WorksBy::version),
                    said.map(WorksBy::at),
                    refused.flatMap(_ -> state.refusedAt()),
                    refused.map(WorksBy.Refused::reason),
                    refused.map(WorksBy.Refused::words));
        }
    }

    /// Looks for all terminals at once.
    Look look() {
        return new Look(table.states());
    }

    /// The answers for all terminals.
    record Look(Map<TerminalId, ParameterTable.State> states) {
        ParameterState of(TerminalId terminal) {
            return Optional.ofNullable(states.get(terminal))
                    .map(ParameterState::of)
                    .orElse(ParameterState.NONE);
        }
    }
}
