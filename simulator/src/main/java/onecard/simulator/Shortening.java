package onecard.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a long journal is when old slips are left out. The counter goes on, what waits for an
/// answer stays however old it is, and so does whether the terminal sells by itself.
final class Shortening {
    private Shortening() {}

    /// Returns the lines that stay; empty if all do.
    static Optional<List<String>> of(
            List<Note> notes, Instant before, Set<Long> waiting, Switchover now) {
        List<String> kept = new ArrayList<>();
        long dropped = 0;
        for (Note note : notes) {
            if (note instanceof Note.Switched) {
                // The last of them says all, and stands at the end.
                continue;
            }
            if (note.at().isBefore(before) && !waiting.contains(note.seq())) {
                dropped = Math.max(dropped, note.seq());
            } else {
                kept.add(Notes.line(note));
            }
        }
        if (dropped == 0) {
            return Optional.empty();
        }
        kept.addFirst(Notes.line(new Note.Jumped(before, dropped)));
        if (!now.equals(Switchover.ASKING)) {
            kept.addLast(Notes.line(new Note.Switched(before, now)));
        }
        return Optional.of(kept);
    }
}
