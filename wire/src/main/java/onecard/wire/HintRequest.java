package onecard.wire;

/// "Come and look": the one request that goes from the platform to the terminal. It tells nothing
/// that the next heartbeat would not; a terminal may lack it.
public record HintRequest(Newest newest) implements Request {}
