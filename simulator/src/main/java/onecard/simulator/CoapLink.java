package onecard.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import onecard.wire.Codec;
import onecard.wire.Decoded;
import onecard.wire.Protocol;
import onecard.wire.Request;
import onecard.wire.Resource;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.MessageObserverAdapter;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.jspecify.annotations.Nullable;

/// A session over CoAP and DTLS. After two silent requests the socket is closed and a new one with
/// a new handshake goes to the next address; nothing of the old session is kept.
public final class CoapLink implements Link {
    /// The fresh-until of an answer without Max-Age (RFC 7252 §5.10.5).
    private static final Duration DEFAULT_MAX_AGE = Duration.ofSeconds(60);

    private final Supplier<CoapEndpoint> endpoints;
    private final List<InetSocketAddress> addresses;
    private @Nullable CoapEndpoint endpoint;
    private int address;
    private int silent;
    private volatile boolean closed;
    private volatile @Nullable CompletableFuture<Reply> waiting;

    CoapLink(Supplier<CoapEndpoint> endpoints, List<InetSocketAddress> addresses) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("A terminal needs an address");
        }
        this.endpoints = endpoints;
        this.addresses = List.copyOf(addresses);
    }

    @Override
    public synchronized Reply ask(Request request, Duration patience) {
        if (closed) {
            return new Reply.Silent("switched off");
        }
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        waiting = reply;
        org.eclipse.californium.core.coap.Request message = message(request);
        message.addMessageObserver(new Observer(Codec.resource(request), message, reply));
        try {
            message.send(open());
            Reply said = reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            count(said);
            return said;
        } catch (TimeoutException _) {
            return silent("no answer", message);
        } catch (IOException | ExecutionException e) {
            return silent("no network: " + e.getMessage(), message);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return silent("interrupted", message);
        } finally {
            waiting = null;
        }
    }

    private CoapEndpoint open() throws IOException {
        CoapEndpoint opened = endpoint;
        if (opened == null) {
            opened = endpoints.get();
            opened.start();
            endpoint = opened;
        }
        return opened;
    }

    private org.eclipse.californium.core.coap.Request message(Request request) {
        Resource resource = Codec.resource(request);
        var message =
                new org.eclipse.californium.core.coap.Request(
                        CoAP.Code.valueOf(resource.method().code()), CoAP.Type.CON);
        InetSocketAddress server = addresses.get(address);
        message.setDestinationContext(new AddressEndpointContext(server));
        message.setScheme(CoAP.COAP_SECURE_URI_SCHEME);
        resource.segments().forEach(message.getOptions()::addUriPath);
        Codec.query(request).forEach(message.getOptions()::addUriQuery);
        byte[] body = Codec.encode(request);
        if (body.length > 0) {
            message.getOptions().setContentFormat(Protocol.CONTENT_FORMAT);
            message.setPayload(body);
        }
        return message;
    }

    private Reply silent(String why, org.eclipse.californium.core.coap.Request message) {
        message.cancel();
        Reply reply = new Reply.Silent(why);
        count(reply);
        return reply;
    }

    private void count(Reply reply) {
        silent = reply instanceof Reply.Answered ? 0 : silent + 1;
        if (silent >= Protocol.SILENT_REQUESTS_TO_HANDSHAKE) {
            silent = 0;
            address = (address + 1) % addresses.size();
            forget();
        }
    }

    private void forget() {
        CoapEndpoint old = endpoint;
        endpoint = null;
        if (old != null) {
            old.destroy();
        }
    }

    @Override
    public List<InetSocketAddress> addresses() {
        return addresses;
    }

    @Override
    public Optional<Link> elsewhere(InetSocketAddress other) {
        return Optional.of(new CoapLink(endpoints, List.of(other)));
    }

    @Override
    public void interrupt() {
        CompletableFuture<Reply> asked = waiting;
        if (asked != null) {
            asked.complete(new Reply.Silent("interrupted"));
        }
    }

    @Override
    public void close() {
        closed = true;
        interrupt();
        synchronized (this) {
            forget();
        }
    }

    /// Turns what the library reports into a reply.
    private static final class Observer extends MessageObserverAdapter {
        private final Resource resource;
        private final org.eclipse.californium.core.coap.Request message;
        private final CompletableFuture<Reply> reply;

        Observer(
                Resource resource,
                org.eclipse.californium.core.coap.Request message,
                CompletableFuture<Reply> reply) {
            this.resource = resource;
            this.message = message;
            this.reply = reply;
        }

        @Override
        public void onResponse(Response response) {
            Long maxAge = response.getOptions().getMaxAge();
            Duration age =
                    response.getOptions().hasMaxAge()
                            ? Duration.ofSeconds(Objects.requireNonNull(maxAge))
                            : DEFAULT_MAX_AGE;
            reply.complete(
                    switch (Codec.decodeAnswer(
                            resource, response.getRawCode(), age, response.getPayload())) {
                        case Decoded.Understood<onecard.wire.Answer>(var answer) ->
                                new Reply.Answered(answer);
                        case Decoded.Malformed<onecard.wire.Answer>(String field, String reason) ->
                                Reply.Silent.unreadable(field, reason);
                    });
        }

        @Override
        protected void failed() {
            Throwable error = message.getSendError();
            reply.complete(new Reply.Silent(error == null ? "no answer" : "" + error.getMessage()));
        }
    }
}
