package onecard.platform.gate;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import onecard.vocabulary.SerialNo;
import onecard.wire.Failure;
import onecard.wire.Protocol;
import onecard.wire.Resource;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MessageObserverAdapter;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.MessageDeliverer;
import org.jspecify.annotations.Nullable;

/// Takes each request out of the library and brings its answer back. Requests beyond the bound are
/// told at once to come again; the others go in on a virtual thread each.
final class Exchanges implements MessageDeliverer {
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final Porch porch;
    private final KeyDesk keys;
    private final Reached reached;
    private final Transfers transfers = new Transfers();
    private final Tally tally;
    private final InstantSource clock;
    private final Executor inside;
    private final ScheduledExecutorService timer;
    private final Consumer<Principal> shutOut;
    private volatile boolean closing;

    Exchanges(
            Porch porch,
            KeyDesk keys,
            Reached reached,
            Tally tally,
            InstantSource clock,
            Executor inside,
            ScheduledExecutorService timer,
            Consumer<Principal> shutOut) {
        this.porch = porch;
        this.keys = keys;
        this.reached = reached;
        this.tally = tally;
        this.clock = clock;
        this.inside = inside;
        this.timer = timer;
        this.shutOut = shutOut;
    }

    /// Lets nobody in any more.
    void close() {
        closing = true;
    }

    @Override
    public void deliverRequest(Exchange exchange) {
        Instant now = clock.instant();
        Principal principal = exchange.getRequest().getSourceContext().getPeerIdentity();
        Optional<SerialNo> terminal = KeyDesk.terminalOf(principal);
        if (terminal.isEmpty() || !keys.admits(principal)) {
            tally.shutOut.increment();
            send(exchange, Porch.Outgoing.of(new Failure.Unauthorized()));
            if (principal != null) {
                shutOut.accept(principal);
            }
            return;
        }
        tally.heardFrom(exchange.getRequest().getSourceContext().getPeerAddress().getAddress());
        reached.heard(terminal.get(), exchange.getRequest().getSourceContext(), now);
        if (closing || !tally.enter()) {
            tally.busy.increment();
            send(exchange, Porch.Outgoing.of(new Failure.Busy(COME_AGAIN)));
            return;
        }
        letIn(exchange, terminal.get(), now);
    }

    private void letIn(Exchange exchange, SerialNo terminal, Instant now) {
        try {
            inside.execute(() -> handle(exchange, terminal, now));
        } catch (RejectedExecutionException _) {
            tally.leave();
        }
    }

    private void handle(Exchange exchange, SerialNo terminal, Instant now) {
        Request request = exchange.getRequest();
        Visitor visitor =
                new Visitor(
                        terminal, Addresses.text(request.getSourceContext().getPeerAddress()), now);
        Optional<Porch.Outgoing> begun =
                Blocks.goesOn(request)
                        ? transfers.goOn(terminal, question(request), now)
                        : Optional.empty();
        if (begun.isPresent()) {
            try {
                porch.fetches(visitor);
                sendBlock(exchange, visitor, begun.get());
            } finally {
                tally.leave();
            }
            return;
        }
        answer(exchange, visitor);
    }

    private void answer(Exchange exchange, Visitor visitor) {
        ScheduledFuture<?> accept = acceptLater(exchange);
        var _ =
                porch.receive(visitor, incoming(exchange.getRequest()))
                        .whenComplete((answer, error) -> {
                            accept.cancel(false);
                            try {
                                send(exchange, visitor, answer);
                            } finally {
                                tally.leave();
                            }
                        });
    }

    /// A commit that takes long is announced, so that the terminal does not ask in vain.
    private ScheduledFuture<?> acceptLater(Exchange exchange) {
        return timer.schedule(
                () -> exchange.execute(exchange::sendAccept),
                Protocol.SEPARATE_AFTER.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static Porch.Incoming incoming(Request request) {
        byte[] body = request.getPayload();
        return new Porch.Incoming(
                request.getOptions().getUriPathString(),
                request.getRawCode(),
                List.copyOf(request.getOptions().getUriQuery()),
                body == null ? new byte[0] : body);
    }

    private void send(Exchange exchange, Visitor visitor, Porch.@Nullable Outgoing answer) {
        if (answer == null) {
            return;
        }
        if (answer.goesInBlocks()) {
            sendBlock(exchange, visitor, answer);
        } else {
            send(exchange, answer);
        }
    }

    private void sendBlock(Exchange exchange, Visitor visitor, Porch.Outgoing whole) {
        Request request = exchange.getRequest();
        Blocks.Block block = Blocks.of(request, whole);
        if (block.more()) {
            transfers.begin(visitor.terminal(), question(request), whole, visitor.arrivedAt());
        } else {
            transfers.end(visitor.terminal(), question(request));
        }
        exchange.sendResponse(block.response());
    }

    private static String question(Request request) {
        return request.getOptions().getUriPathString()
                + "?"
                + request.getOptions().getUriQueryString();
    }

    private static void send(Exchange exchange, Porch.Outgoing answer) {
        Response response = new Response(ResponseCode.valueOf(answer.code()));
        response.setPayload(answer.body());
        response.getOptions().setContentFormat(answer.cbor() ? Protocol.CONTENT_FORMAT : 0);
        answer.maxAge().ifPresent(age -> response.getOptions().setMaxAge(age.toSeconds()));
        exchange.sendResponse(response);
    }

    /// Hints one terminal that something is new.
    void hint(CoapEndpoint endpoint, Reached.Peer peer, byte[] body) {
        Request hint = new Request(CoAP.Code.PUT, CoAP.Type.CON);
        hint.setDestinationContext(peer.session());
        hint.setScheme(CoAP.COAP_SECURE_URI_SCHEME);
        Resource.HINT.segments().forEach(hint.getOptions()::addUriPath);
        hint.getOptions().setContentFormat(Protocol.CONTENT_FORMAT);
        hint.setPayload(body);
        hint.addMessageObserver(
                new MessageObserverAdapter() {
                    @Override
                    protected void failed() {
                        reached.deaf(peer);
                    }
                });
        hint.send(endpoint);
    }

    /// What terminals say to a hint is only listened to for not being silence.
    @Override
    public void deliverResponse(Exchange exchange, Response response) {
        exchange.getRequest().setResponse(response);
    }
}
