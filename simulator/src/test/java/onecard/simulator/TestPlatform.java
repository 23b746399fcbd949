package onecard.simulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import onecard.vocabulary.SerialNo;
import onecard.wire.Answer;
import onecard.wire.Codec;
import onecard.wire.Decoded;
import onecard.wire.Failure;
import onecard.wire.Protocol;
import onecard.wire.Request;
import onecard.wire.Resource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.MessageDeliverer;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedMultiPskStore;

/// A peer on a real socket: [LittleBooks] behind CoAP, DTLS and the published codec. One port
/// serves everything. It can be slow, busy, silent, and forget all sessions.
final class TestPlatform implements AutoCloseable {
    static final String KEY = "0123456789abcdefghijklmnopqrstuv";

    private final LittleBooks books;
    private final AdvancedMultiPskStore keys = new AdvancedMultiPskStore();
    private final ExecutorService later = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger requests = new AtomicInteger();
    private final CoapServer server;
    private final InetSocketAddress address;
    private volatile Duration slowness = Duration.ZERO;
    private final AtomicInteger busyTimes = new AtomicInteger();
    private volatile boolean silent;

    static {
        CoapConfig.register();
        DtlsConfig.register();
    }

    TestPlatform(LittleBooks books) {
        this(books, 0);
    }

    TestPlatform(LittleBooks books, int port) {
        this.books = books;
        Configuration configuration =
                new Configuration(CoapConfig.DEFINITIONS, DtlsConfig.DEFINITIONS)
                        .set(CoapConfig.ACK_TIMEOUT, 250L, TimeUnit.MILLISECONDS)
                        .set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP)
                        .set(CoapConfig.PEERS_MARK_AND_SWEEP_MESSAGES, 8)
                        .set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.SERVER_ONLY)
                        .setAsList(
                                DtlsConfig.DTLS_CIPHER_SUITES,
                                CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256,
                                CipherSuite.TLS_PSK_WITH_AES_128_CCM_8)
                        .set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, Protocol.CONNECTION_ID_BYTES)
                        .set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, 250, TimeUnit.MILLISECONDS);
        DTLSConnector connector =
                new DTLSConnector(
                        DtlsConnectorConfig.builder(configuration)
                                .setAddress(
                                        new InetSocketAddress(
                                                InetAddress.getLoopbackAddress(), port))
                                .setAdvancedPskStore(keys)
                                .build());
        CoapEndpoint endpoint =
                CoapEndpoint.builder()
                        .setConfiguration(configuration)
                        .setConnector(connector)
                        .build();
        server = new CoapServer(configuration);
        server.addEndpoint(endpoint);
        server.setMessageDeliverer(new Door());
        server.start();
        address = endpoint.getAddress();
    }

    TestPlatform knows(SerialNo serial) {
        keys.setKey(serial.value(), KEY.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    InetSocketAddress address() {
        return address;
    }

    void slow(Duration time) {
        slowness = time;
    }

    void busy(int times) {
        busyTimes.set(times);
    }

    void silent(boolean nothing) {
        silent = nothing;
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        later.shutdownNow();
        server.destroy();
    }

    private final class Door implements MessageDeliverer {
        @Override
        public void deliverRequest(Exchange exchange) {
            requests.incrementAndGet();
            if (silent) {
                return;
            }
            Answer answer = answer(exchange);
            if (slowness.isZero()) {
                respond(exchange, answer);
                return;
            }
            exchange.sendAccept();
            later.execute(() -> {
                Watch.steady().pause(slowness);
                respond(exchange, answer);
            });
        }

        private void respond(Exchange exchange, Answer answer) {
            Response response = new Response(CoAP.ResponseCode.valueOf(Codec.code(answer).value()));
            response.setPayload(Codec.encode(answer));
            Codec.maxAge(answer).ifPresent(age -> response.getOptions().setMaxAge(age.toSeconds()));
            exchange.sendResponse(response);
        }

        private Answer answer(Exchange exchange) {
            var message = exchange.getRequest();
            SerialNo terminal =
                    new SerialNo(message.getSourceContext().getPeerIdentity().getName());
            return Resource.of(message.getOptions().getUriPathString())
                    .map(resource ->
                            answer(
                                    terminal,
                                    resource,
                                    message.getOptions().getUriQuery(),
                                    message.getPayload()))
                    .orElse(new Failure.NoSuchResource());
        }

        private Answer answer(
                SerialNo terminal, Resource resource, List<String> query, byte[] body) {
            if (busyTimes.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return new Failure.Busy(Duration.ofSeconds(1));
            }
            return switch (Codec.decodeRequest(resource, query, body)) {
                case Decoded.Understood<Request>(Request request) ->
                        books.answer(terminal, request);
                case Decoded.Malformed<Request>(String field, String reason) ->
                        new Failure.BadRequest(field, reason);
            };
        }

        @Override
        public void deliverResponse(Exchange exchange, Response response) {
            throw new IllegalStateException("Nothing was asked");
        }
    }
}
