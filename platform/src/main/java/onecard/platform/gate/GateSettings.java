package onecard.platform.gate;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/// How a gate is set up.
///
/// @param name for logs and files: `8002`
/// @param bind address and port to listen at; port 0 takes any that is free
/// @param portOption how an operator chooses another port, named when this one is taken
/// @param insideMax how many messages may be inside at once; beyond them sessions are told "busy"
/// @param requestBytesMax the longest body, also when it comes in blocks
/// @param sourcePerSecond how many datagrams of handshakes one source may send in the long run
/// @param sourceBurst and how many at once
/// @param sessionFile where the sessions outlive an orderly stop
public record GateSettings(
        String name,
        InetSocketAddress bind,
        String portOption,
        int insideMax,
        int requestBytesMax,
        int sourcePerSecond,
        int sourceBurst,
        Path sessionFile) {
    /// What a gate lets in at once where nothing else is said.
    public static final int INSIDE_MAX = 2_048;

    /// A canteen of a thousand terminals behind one address reconnects within ten seconds: a
    /// handshake is three datagrams.
    public static final int SOURCE_PER_SECOND = 300;

    /// The same, at once.
    public static final int SOURCE_BURST = 3_000;

    /// After this a message is given up: the terminal has long asked again.
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    /// How long a stop waits for those inside.
    static final Duration LEAVE_WITHIN = Duration.ofSeconds(3);

    /// How long saved sessions may lie. An old file must never come back: its record numbers would
    /// repeat.
    static final Duration SESSIONS_KEEP = Duration.ofMinutes(15);

    /// Returns the same at another port, under a name of its own.
    ///
    /// @param suffix tells the instances apart; empty for the default one
    GateSettings at(int port, String suffix) {
        if (suffix.isEmpty()) {
            return new GateSettings(
                    name,
                    new InetSocketAddress(bind.getAddress(), port),
                    portOption,
                    insideMax,
                    requestBytesMax,
                    sourcePerSecond,
                    sourceBurst,
                    sessionFile);
        }
        return new GateSettings(
                name + "-" + suffix,
                new InetSocketAddress(bind.getAddress(), port),
                portOption,
                insideMax,
                requestBytesMax,
                sourcePerSecond,
                sourceBurst,
                sessionFile.resolveSibling(sessionFile.getFileName() + "-" + suffix));
    }
}
