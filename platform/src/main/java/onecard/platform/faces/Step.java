package onecard.platform.faces;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onecard.wire.adms.CommandId;

/// Which part of which push a command was, at which attempt: `F123T2` is the face of push 123, sent
/// for the second time. An answer to an earlier time is so known from one to the last.
///
/// @param part what it told
record Step(Part part, long push, int attempt) {
    private static final Pattern FORM = Pattern.compile("([UFDC])([0-9]{1,11})T([0-9]{1,2})");

    /// A command.
    enum Part {
        /// Take a user.
        U,
        /// Take a face.
        F,
        /// Delete a user.
        D,
        /// Clear all.
        C
    }

    CommandId id() {
        return new CommandId(part.name() + push + "T" + attempt);
    }

    static Optional<Step> of(String id) {
        Matcher form = FORM.matcher(id);
        return form.matches()
                ? Optional.of(
                        new Step(
                                Part.valueOf(form.group(1)),
                                Long.parseLong(form.group(2)),
                                Integer.parseInt(form.group(3))))
                : Optional.empty();
    }
}
