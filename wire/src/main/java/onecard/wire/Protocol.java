package onecard.wire;

import java.time.Duration;

/// The published numbers of the protocol that are not about a single message.
public final class Protocol {
    /// `application/cbor` (RFC 8949 §9.5).
    public static final int CONTENT_FORMAT = 60;

    /// Records, state, parameters and lists.
    public static final int RECORDS_PORT = 8001;

    /// Purchase, void, inquiry and state.
    public static final int TRADE_PORT = 8002;

    /// First repetition of an unanswered message (CoAP's ACK_TIMEOUT; its 2 s are too slow for a
    /// till), spread by [#ACK_RANDOM_PERCENT] and doubled each time.
    public static final Duration ACK_TIMEOUT = Duration.ofMillis(250);

    /// The first waiting time lies between one and one and a half times [#ACK_TIMEOUT].
    public static final int ACK_RANDOM_PERCENT = 150;

    /// Repetitions by CoAP before the request counts as silent.
    public static final int MAX_RETRANSMIT = 4;

    /// After this the till stops waiting: void, or the rule for selling offline.
    public static final Duration TILL_TIME = Duration.ofSeconds(3);

    /// A commit that takes longer is announced by an empty acknowledgement.
    public static final Duration SEPARATE_AFTER = Duration.ofMillis(150);

    /// Time between two `/state`.
    public static final Duration HEARTBEAT = Duration.ofSeconds(30);

    /// After so many silent requests the terminal shakes hands anew.
    public static final int SILENT_REQUESTS_TO_HANDSHAKE = 2;

    /// Length of the connection id the platform hands out (RFC 9146).
    public static final int CONNECTION_ID_BYTES = 6;

    /// Shortest key of a terminal, in printable characters.
    public static final int MIN_KEY_CHARS = 32;

    private Protocol() {}
}
