package onecard.platform.faces;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.SerialNo;
import org.springframework.stereotype.Component;

/// What happened at the face service lately: the newest [#LINES_MAX] lines, in memory. Polls that
/// found nothing are left out, and no line names a person.
@Component
class FaceLog {
    static final int LINES_MAX = 1_000;

    private final Clock clock;
    private final Deque<Line> lines = new ArrayDeque<>();
    private long last;

    FaceLog(Clock clock) {
        this.clock = clock;
    }

    /// What a line is about.
    enum Event {
        STARTED,
        STOPPED,
        PORT_TAKEN,
        /// A device began.
        HELLO,
        /// A device that is not registered called for the first time.
        STRANGER,
        /// A registered serial number called from another address than its own.
        OTHER_ADDRESS,
        RECOGNISED,
        FAULTS,
        COMMANDS,
        RESULTS
    }

    /// A line.
    ///
    /// @param no counts the lines since the start
    /// @param pieces how many records, commands, or the port
    record Line(
            long no,
            Instant at,
            Event event,
            Optional<SerialNo> serial,
            String address,
            int pieces) {}

    void add(Event event, int pieces) {
        add(event, Optional.empty(), "", pieces);
    }

    void add(Event event, SerialNo serial, String address, int pieces) {
        add(event, Optional.of(serial), address, pieces);
    }

    private synchronized void add(
            Event event, Optional<SerialNo> serial, String address, int pieces) {
        if (lines.size() == LINES_MAX) {
            lines.removeFirst();
        }
        lines.addLast(new Line(++last, clock.instant(), event, serial, address, pieces));
    }

    /// Returns the lines after one, oldest first; all of them to who counts on from before the
    /// platform started again.
    synchronized List<Line> after(long no) {
        long from = no > last ? 0 : no;
        return lines.stream().filter(line -> line.no() > from).toList();
    }
}
