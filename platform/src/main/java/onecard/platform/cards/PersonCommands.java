package onecard.platform.cards;

import java.util.UUID;
import java.util.function.Function;
import onecard.platform.people.PersonId;
import onecard.platform.system.IdempotentCommands;
import org.springframework.stereotype.Component;

/// What the desk does with one person: a command that is repeated with its key is answered as the
/// first time.
@Component
class PersonCommands {
    /// For commands that say nothing more.
    static final Object NO_BODY = new Nothing();

    private final IdempotentCommands commands;

    PersonCommands(IdempotentCommands commands) {
        this.commands = commands;
    }

    /// What the key of a command stands for.
    private record Asked(String what, int person, Object body) {}

    private record Nothing() {}

    <R> R once(
            UUID key,
            String what,
            int id,
            Object body,
            Class<R> answer,
            Function<PersonId, R> work) {
        return commands.once(
                key, new Asked(what, id, body), answer, () -> work.apply(new PersonId(id)));
    }
}
