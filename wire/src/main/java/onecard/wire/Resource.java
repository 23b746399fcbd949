package onecard.wire;

import java.util.List;
import java.util.Optional;

/// Where something is asked: path, method, port and how long question and answer may be.
public enum Resource {
    PURCHASE("purchase", Method.POST, Side.TRADE, Limits.MAX_REQUEST_BYTES),
    VOID("void", Method.POST, Side.TRADE, Limits.MAX_REQUEST_BYTES),
    INQUIRY("inquiry", Method.POST, Side.TRADE, Limits.MAX_REQUEST_BYTES),
    RECORDS("records", Method.POST, Side.RECORDS, Limits.MAX_RECORDS_BYTES),
    STATE("state", Method.POST, Side.BOTH, Limits.MAX_REQUEST_BYTES),
    PARAMETERS("parameters", Method.GET, Side.RECORDS, 0),
    ALLOW_LIST("lists/allow", Method.GET, Side.RECORDS, 0),
    BLOCK_LIST("lists/block", Method.GET, Side.RECORDS, 0),
    HINT("hint", Method.PUT, Side.TERMINAL, Limits.MAX_REQUEST_BYTES);

    private final String path;
    private final Method method;
    private final Side side;
    private final int maxRequestBytes;

    Resource(String path, Method method, Side side, int maxRequestBytes) {
        this.path = path;
        this.method = method;
        this.side = side;
        this.maxRequestBytes = maxRequestBytes;
    }

    /// Returns the path without a leading slash.
    public String path() {
        return path;
    }

    /// Returns the segments of the path, as CoAP carries them.
    public List<String> segments() {
        return List.of(path.split("/"));
    }

    /// Returns how it is asked.
    public Method method() {
        return method;
    }

    /// Returns who serves it.
    public Side side() {
        return side;
    }

    /// Returns the longest body of a request in bytes; longer ones are answered 4.13.
    public int maxRequestBytes() {
        return maxRequestBytes;
    }

    /// Returns the longest body of an answer in bytes.
    public int maxAnswerBytes() {
        return this == ALLOW_LIST || this == BLOCK_LIST
                ? Limits.MAX_LIST_BYTES
                : Limits.MAX_ANSWER_BYTES;
    }

    /// Returns the resource with this path, if there is one.
    public static Optional<Resource> of(String path) {
        for (Resource resource : values()) {
            if (resource.path.equals(path)) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }

    /// The methods of the protocol, with their CoAP codes.
    public enum Method {
        GET(1),
        POST(2),
        PUT(3);

        private final int code;

        Method(int code) {
            this.code = code;
        }

        /// Returns the CoAP code of the method.
        public int code() {
            return code;
        }
    }

    /// Who serves a resource.
    public enum Side {
        /// Port 8002.
        TRADE,
        /// Port 8001.
        RECORDS,
        /// Both ports.
        BOTH,
        /// The terminal.
        TERMINAL;

        /// Tells whether the online trade port serves it.
        public boolean onTradePort() {
            return this == TRADE || this == BOTH;
        }

        /// Tells whether the records port serves it.
        public boolean onRecordsPort() {
            return this == RECORDS || this == BOTH;
        }
    }
}
