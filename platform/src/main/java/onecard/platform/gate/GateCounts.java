package onecard.platform.gate;

/// What came to a gate since the process started.
///
/// @param inside messages that wait for their answer now
/// @param answered messages answered by the door
/// @param busy messages told to ask again
/// @param malformed messages that could not be read
/// @param shutOut messages of sessions whose key was taken away meanwhile
/// @param notServed messages of terminals that are not ticked for this gate
/// @param fromOutside handshakes and messages that came from other machines
/// @param late messages given up because no answer came
/// @param handshakes sessions opened
/// @param strangers handshakes under unknown names
/// @param failedHandshakes handshakes that ended otherwise: a wrong key, an expired hello
/// @param droppedNoise datagrams that are no DTLS at all
/// @param droppedRate datagrams of handshakes over the rate of their source
/// @param droppedFull datagrams of handshakes while the gate was full
public record GateCounts(
        int inside,
        long answered,
        long busy,
        long malformed,
        long shutOut,
        long notServed,
        long fromOutside,
        long late,
        long handshakes,
        long strangers,
        long failedHandshakes,
        long droppedNoise,
        long droppedRate,
        long droppedFull) {}
