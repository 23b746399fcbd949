package onecard.platform.cards;

import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.platform.system.Problem;

/// What follows from the state of an account at the desk.
final class AccountStates {
    private AccountStates() {}

    /// Throws the problem of an account that is not open.
    static void mustBeOpen(PersonId person, Optional<AccountState> state) {
        var problem =
                state.isEmpty()
                        ? Optional.of(CardProblems.NOT_OPEN)
                        : switch (state.get()) {
                            case OPEN -> Optional.<onecard.platform.system.ProblemKind>empty();
                            case FROZEN -> Optional.of(CardProblems.FROZEN);
                            case CLOSED -> Optional.of(CardProblems.CLOSED);
                        };
        problem.ifPresent(kind -> {
            throw Problem.of(kind).with("personId", person.value());
        });
    }
}
