package onecard.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import onecard.vocabulary.SerialNo;
import onecard.wire.Codec;
import onecard.wire.Decoded;
import onecard.wire.Request;

/// A network that loses, doubles and delays, and a machine that dies between any two steps; all of
/// it drawn from a seed, in virtual time.
final class FaultyWorld {
    /// The machine died here. What is in the journal is all that is left.
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final RandomGenerator random;
    private final VirtualWatch watch;
    private final LittleBooks books;
    private final SerialNo serial;
    private final double loss;
    private final double death;
    private List<Request> late = List.of();

    FaultyWorld(
            RandomGenerator random,
            VirtualWatch watch,
            LittleBooks books,
            SerialNo serial,
            double loss,
            double death) {
        this.random = random;
        this.watch = watch;
        this.books = books;
        this.serial = serial;
        this.loss = loss;
        this.death = death;
    }

    private void maybeDie() {
        if (random.nextDouble() < death) {
            throw new Died();
        }
    }

    Link link() {
        return new Link() {
            @Override
            public Reply ask(Request request, Duration patience) {
                maybeDie();
                deliverLate();
                if (random.nextDouble() < loss) {
                    watch.pause(patience);
                    return new Reply.Silent("request lost");
                }
                if (random.nextDouble() < loss) {
                    late = List.of(request);
                    watch.pause(patience);
                    return new Reply.Silent("request late");
                }
                var answer = books.answer(serial, overTheWire(request));
                if (random.nextDouble() < loss) {
                    books.answer(serial, overTheWire(request));
                }
                maybeDie();
                if (random.nextDouble() < loss) {
                    watch.pause(patience);
                    return new Reply.Silent("answer lost");
                }
                watch.pause(Duration.ofMillis(1 + random.nextInt(40)));
                return new Reply.Answered(answer);
            }

            @Override
            public void interrupt() {}

            @Override
            public void close() {}
        };
    }

    /// A request that was given up long ago arrives after others.
    private void deliverLate() {
        if (!late.isEmpty() && random.nextBoolean()) {
            late.forEach(request -> books.answer(serial, overTheWire(request)));
            late = List.of();
        }
    }

    private static Request overTheWire(Request request) {
        return ((Decoded.Understood<Request>)
                        Codec.decodeRequest(
                                Codec.resource(request),
                                Codec.query(request),
                                Codec.encode(request)))
                .message();
    }

    /// Returns the journal of a machine of this world.
    Journal journal(MemoryJournal kept) {
        return new MortalJournal(kept);
    }

    /// The journal of a machine that may die before or after any line. What was not forced to the
    /// disk may be lost then, from its end backwards.
    private final class MortalJournal implements Journal {
        private final MemoryJournal kept;
        private final List<String> unforced = new ArrayList<>();

        MortalJournal(MemoryJournal kept) {
            this.kept = kept;
        }

        @Override
        public List<String> lines() {
            return kept.lines();
        }

        @Override
        public void append(String line, boolean durable) {
            dieOr(() -> unforced.add(line));
            if (durable) {
                unforced.forEach(each -> kept.append(each, true));
                unforced.clear();
            }
            dieOr(() -> {});
        }

        private void dieOr(Runnable step) {
            try {
                maybeDie();
                step.run();
            } catch (Died died) {
                forget();
                throw died;
            }
        }

        private void forget() {
            int survive = random.nextInt(unforced.size() + 1);
            unforced.subList(0, survive).forEach(each -> kept.append(each, false));
            unforced.clear();
        }

        @Override
        public void rewrite(List<String> lines) {
            kept.rewrite(lines);
        }

        @Override
        public void close() {
            forget();
        }
    }
}
