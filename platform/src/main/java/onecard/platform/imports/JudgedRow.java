package onecard.platform.imports;

import java.util.List;
import java.util.Optional;

/// A row and what it will do.
///
/// @param line the row
/// @param effect what it does
/// @param subject to what, readable: `100001 张三`
/// @param problems why it is bad; empty if it is not
/// @param notices what was done with its cells: zeros put in front, for instance
/// @param changes what it makes of what is there
/// @param plan what is to be written; empty where nothing is
/// @param <P> what a desk writes
public record JudgedRow<P>(
        ImportLine line,
        RowEffect effect,
        String subject,
        List<RowNote> problems,
        List<RowNote> notices,
        List<RowChange> changes,
        Optional<P> plan) {
    public JudgedRow {
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
        changes = List.copyOf(changes);
    }

    /// A row whose cells say all that it does.
    public JudgedRow(
            ImportLine line,
            RowEffect effect,
            String subject,
            List<RowNote> problems,
            List<RowNote> notices,
            Optional<P> plan) {
        this(line, effect, subject, problems, notices, List.of(), plan);
    }

    /// A row that is bad.
    public static <P> JudgedRow<P> bad(ImportLine line, String subject, List<RowNote> problems) {
        return new JudgedRow<>(line, RowEffect.BAD, subject, problems, List.of(), Optional.empty());
    }
}
