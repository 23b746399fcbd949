package onecard.platform.gate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import onecard.wire.Answer;
import onecard.wire.Codec;
import onecard.wire.Decoded;
import onecard.wire.Failure;
import onecard.wire.Request;
import onecard.wire.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where bytes become a message and an answer becomes bytes again. Whatever comes, an answer
/// leaves.
final class Porch {
    private static final Logger LOG = LoggerFactory.getLogger(Porch.class);

    private final Door door;
    private final Tally tally;
    private final Doorkeeper doorkeeper;
    private final Encodings encodings = new Encodings();

    Porch(Door door, Tally tally, Doorkeeper doorkeeper) {
        this.door = door;
        this.tally = tally;
        this.doorkeeper = doorkeeper;
    }

    /// A message as it came.
    ///
    /// @param path without a leading slash
    /// @param method the CoAP code of the method
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Incoming(String path, int method, List<String> query, byte[] body) {}

    /// An answer as it leaves.
    ///
    /// @param code the byte of the CoAP header
    /// @param tag stands for the body where it goes in blocks, so that a terminal does not put two
    ///   bodies together; empty where it does not
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared or changed
    record Outgoing(int code, byte[] body, boolean cbor, Optional<Duration> maxAge, byte[] tag) {
        private static final byte[] NONE = {};
        private static final int TAG_BYTES = 8;

        static Outgoing of(Answer answer) {
            return of(answer, Codec.encode(answer), NONE);
        }

        static Outgoing tagged(Answer answer) {
            byte[] body = Codec.encode(answer);
            return of(answer, body, Arrays.copyOf(sha256(body), TAG_BYTES));
        }

        private static Outgoing of(Answer answer, byte[] body, byte[] tag) {
            var code = Codec.code(answer);
            return new Outgoing(code.value(), body, code.isSuccess(), Codec.maxAge(answer), tag);
        }

        private static byte[] sha256(byte[] body) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(body);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean goesInBlocks() {
            return tag.length > 0;
        }
    }

    CompletableFuture<Outgoing> receive(Visitor visitor, Incoming incoming) {
        return answer(visitor, incoming)
                .orTimeout(GateSettings.ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(error -> failed(visitor, incoming, error))
                .thenApply(answer -> {
                    tally.answered.increment();
                    doorkeeper.answered(visitor, incoming.path(), answer);
                    return encodings.of(answer);
                });
    }

    /// Notes that a terminal fetches more of a long answer.
    void fetches(Visitor visitor) {
        door.heard(visitor);
    }

    private CompletableFuture<Answer> answer(Visitor visitor, Incoming incoming) {
        if (!doorkeeper.serves(visitor.terminal())) {
            tally.notServed.increment();
            LOG.debug("{} is not ticked for this service", visitor.terminal());
            return now(new Failure.NotServed());
        }
        Optional<Resource> resource =
                Resource.of(incoming.path())
                        .filter(door.resources()::contains)
                        .filter(known -> known.method().code() == incoming.method());
        if (resource.isEmpty()) {
            return now(new Failure.NoSuchResource());
        }
        int bytesMax = resource.get().maxRequestBytes();
        if (incoming.body().length > bytesMax) {
            return now(new Failure.TooLarge(bytesMax));
        }
        return switch (Codec.decodeRequest(resource.get(), incoming.query(), incoming.body())) {
            case Decoded.Understood<Request>(var request) -> ask(visitor, request);
            case Decoded.Malformed<Request>(var field, var reason) -> {
                tally.malformed.increment();
                yield now(new Failure.BadRequest(field, reason));
            }
        };
    }

    private CompletableFuture<Answer> ask(Visitor visitor, Request request) {
        try {
            return door.answer(visitor, request);
        } catch (RuntimeException | Error error) {
            return CompletableFuture.failedFuture(error);
        }
    }

    /// A door that breaks has not decided, as far as we know: the terminal asks again.
    private Answer failed(Visitor visitor, Incoming incoming, Throwable error) {
        if (error instanceof TimeoutException) {
            tally.late.increment();
            LOG.warn("No answer for {} of {} in time", incoming.path(), visitor.terminal());
        } else {
            LOG.error("No answer for {} of {}", incoming.path(), visitor.terminal(), error);
        }
        return new Failure.Unavailable();
    }

    private static CompletableFuture<Answer> now(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
