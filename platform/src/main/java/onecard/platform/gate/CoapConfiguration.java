package onecard.platform.gate;

import java.util.concurrent.TimeUnit;
import onecard.wire.Protocol;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.config.CoapConfig.MatcherMode;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;

/// Every setting of the library that matters, with the reason where the default would hurt.
final class CoapConfiguration {
    /// A till has one open request; the library's filter for everything would keep each exchange
    /// for 247 s and eat the heap.
    private static final int KEPT_PER_PEER = 8;

    private static final int SOCKET_BUFFER_BYTES = 4 * 1024 * 1024;
    private static final int CONNECTIONS_MAX = 20_000;
    private static final int PENDING_INBOUND_MAX = 10_000;
    private static final int BLOCK_BYTES = 1_024;

    static {
        CoapConfig.register();
        UdpConfig.register();
        DtlsConfig.register();
    }

    private CoapConfiguration() {}

    static Configuration of(GateSettings settings) {
        Configuration configuration = new Configuration();
        coap(configuration, settings);
        dtls(configuration);
        return configuration;
    }

    private static void coap(Configuration configuration, GateSettings settings) {
        configuration
                .set(
                        CoapConfig.ACK_TIMEOUT,
                        (int) Protocol.ACK_TIMEOUT.toMillis(),
                        TimeUnit.MILLISECONDS)
                .set(CoapConfig.ACK_INIT_RANDOM, Protocol.ACK_RANDOM_PERCENT / 100f)
                .set(CoapConfig.ACK_TIMEOUT_SCALE, 2f)
                .set(CoapConfig.MAX_RETRANSMIT, Protocol.MAX_RETRANSMIT)
                .set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP)
                .set(CoapConfig.PEERS_MARK_AND_SWEEP_MESSAGES, KEPT_PER_PEER)
                .set(CoapConfig.RESPONSE_MATCHING, MatcherMode.PRINCIPAL_IDENTITY)
                .set(CoapConfig.MAX_ACTIVE_PEERS, CONNECTIONS_MAX)
                .set(CoapConfig.MAX_RESOURCE_BODY_SIZE, settings.requestBytesMax())
                .set(CoapConfig.MAX_MESSAGE_SIZE, BLOCK_BYTES)
                .set(CoapConfig.PREFERRED_BLOCK_SIZE, BLOCK_BYTES)
                .set(CoapConfig.MAX_SERVER_OBSERVES, 0);
    }

    // The threshold is deprecated for being dangerous, which is why it is set to never.
    @SuppressWarnings("deprecation")
    private static void dtls(Configuration configuration) {
        configuration
                .set(DtlsConfig.DTLS_ROLE, DtlsRole.SERVER_ONLY)
                .setAsList(
                        DtlsConfig.DTLS_CIPHER_SUITES,
                        CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256,
                        CipherSuite.TLS_PSK_WITH_AES_128_CCM_8)
                .set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, Protocol.CONNECTION_ID_BYTES)
                .set(DtlsConfig.DTLS_MAX_CONNECTIONS, CONNECTIONS_MAX)
                .set(DtlsConfig.DTLS_REMOVE_STALE_DOUBLE_PRINCIPALS, true)
                .set(DtlsConfig.DTLS_USE_HELLO_VERIFY_REQUEST, true)
                .set(DtlsConfig.DTLS_VERIFY_PEERS_ON_RESUMPTION_THRESHOLD, 0)
                .set(DtlsConfig.DTLS_USE_ANTI_REPLAY_FILTER, true)
                .set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, 500, TimeUnit.MILLISECONDS)
                // A filter for wrong signatures would let a forger shut out a terminal.
                .set(DtlsConfig.DTLS_MAC_ERROR_FILTER_QUIET_TIME, 0, TimeUnit.MILLISECONDS)
                .set(DtlsConfig.DTLS_MAC_ERROR_FILTER_THRESHOLD, 0)
                .set(DtlsConfig.DTLS_MAX_PENDING_INBOUND_JOBS, PENDING_INBOUND_MAX)
                .set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_RECEIVE_BUFFER_SIZE, SOCKET_BUFFER_BYTES)
                .set(DtlsConfig.DTLS_SEND_BUFFER_SIZE, SOCKET_BUFFER_BYTES);
    }
}
