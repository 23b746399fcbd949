package onecard.platform.gate;

import java.time.Duration;
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

    Porch(Door door, Tally tally) {
        this.door = door;
        this.tally = tally;
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
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Outgoing(int code, byte[] body, boolean cbor, Optional<Duration> maxAge) {
        static Outgoing of(Answer answer) {
            var code = Codec.code(answer);
            return new Outgoing(
                    code.value(), Codec.encode(answer), code.isSuccess(), Codec.maxAge(answer));
        }
    }

    CompletableFuture<Outgoing> receive(Visitor visitor, Incoming incoming) {
        return answer(visitor, incoming)
                .orTimeout(GateSettings.ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(error -> failed(visitor, incoming, error))
                .thenApply(answer -> {
                    tally.answered.increment();
                    return Outgoing.of(answer);
                });
    }

    private CompletableFuture<Answer> answer(Visitor visitor, Incoming incoming) {
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
