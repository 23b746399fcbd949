package onecard.platform.gate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import onecard.wire.Answer;
import onecard.wire.Codec;
import onecard.wire.Decoded;
import onecard.wire.PurchaseRequest;
import onecard.wire.Request;
import onecard.wire.Resource;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;

/// A till that speaks through the library's own client.
public final class Till implements AutoCloseable {
    private final CoapEndpoint endpoint;
    private final InetSocketAddress gate;
    final DTLSConnector connector;

    /// Long, for the machine may be busy; who expects silence waits less.
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    public Duration patience = PATIENCE;

    static {
        CoapConfig.register();
        UdpConfig.register();
        DtlsConfig.register();
    }

    public Till(SerialNo serial, String key, InetSocketAddress gate) {
        this.gate = gate;
        Configuration configuration = new Configuration();
        configuration
                .set(CoapConfig.ACK_TIMEOUT, 250, TimeUnit.MILLISECONDS)
                .set(CoapConfig.MAX_RETRANSMIT, 4)
                .set(CoapConfig.MAX_MESSAGE_SIZE, 1_024)
                .set(CoapConfig.PREFERRED_BLOCK_SIZE, 1_024)
                .set(DtlsConfig.DTLS_ROLE, DtlsRole.CLIENT_ONLY)
                .set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, 0)
                .set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, 250, TimeUnit.MILLISECONDS)
                .set(DtlsConfig.DTLS_MAX_RETRANSMISSIONS, 3);
        connector =
                new DTLSConnector(
                        DtlsConnectorConfig.builder(configuration)
                                .setAddress(
                                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                                .setAdvancedPskStore(
                                        new AdvancedSinglePskStore(
                                                serial.value(),
                                                key.getBytes(StandardCharsets.US_ASCII)))
                                .build());
        endpoint =
                CoapEndpoint.builder()
                        .setConfiguration(configuration)
                        .setConnector(connector)
                        .build();
        try {
            endpoint.start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static PurchaseRequest purchase(long seq, long cents) {
        return new PurchaseRequest(
                seq,
                Mode.FREE_AMOUNT,
                new Instrument.Card(new CardUid("04A1B2C3"), false),
                Money.ofCents(cents),
                Instant.parse("2026-11-18T04:00:00Z"),
                0);
    }

    /// Asks, and returns what came; null if nothing did.
    public CoapResponse ask(String path, byte[] body) throws ConnectorException, IOException {
        CoapClient client =
                new CoapClient(
                        "coaps://%s:%d/%s"
                                .formatted(
                                        gate.getAddress().getHostAddress(), gate.getPort(), path));
        client.setEndpoint(endpoint);
        client.setTimeout(patience.toMillis());
        return client.post(body, MediaTypeRegistry.APPLICATION_CBOR);
    }

    public Answer ask(Request request) throws ConnectorException, IOException {
        Resource resource = Codec.resource(request);
        return understood(resource, ask(resource.path(), Codec.encode(request)));
    }

    static Answer understood(Resource resource, CoapResponse response) {
        if (response == null) {
            throw new AssertionError("no answer came");
        }
        Long maxAge = response.getOptions().getMaxAge();
        return switch (Codec.decodeAnswer(
                resource,
                response.getCode().value,
                Duration.ofSeconds(maxAge == null ? 60 : maxAge),
                response.getPayload())) {
            case Decoded.Understood<Answer>(var answer) -> answer;
            case Decoded.Malformed<Answer>(var field, var reason) ->
                    throw new AssertionError(field + ": " + reason);
        };
    }

    @Override
    public void close() {
        endpoint.destroy();
    }
}
