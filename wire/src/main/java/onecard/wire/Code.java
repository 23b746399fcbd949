package onecard.wire;

import java.util.Optional;

/// The CoAP codes of the protocol (RFC 7252 §12.1), as numbers, without any CoAP library.
public enum Code {
    CHANGED(2, 4),
    CONTENT(2, 5),
    BAD_REQUEST(4, 0),
    UNAUTHORIZED(4, 1),
    FORBIDDEN(4, 3),
    NOT_FOUND(4, 4),
    CONFLICT(4, 9),
    REQUEST_ENTITY_TOO_LARGE(4, 13),
    INTERNAL_SERVER_ERROR(5, 0),
    SERVICE_UNAVAILABLE(5, 3);

    private final int value;

    Code(int codeClass, int detail) {
        this.value = codeClass << 5 | detail;
    }

    /// Returns the byte of the CoAP header: three bits class, five bits detail.
    public int value() {
        return value;
    }

    /// Returns the code with this byte, if the protocol uses it.
    public static Optional<Code> of(int value) {
        for (Code code : values()) {
            if (code.value == value) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /// Tells whether the body is CBOR: successes are, failures carry a text for a person.
    public boolean isSuccess() {
        return value >> 5 == 2;
    }

    /// Returns the usual way of writing it, `2.04`.
    @Override
    public String toString() {
        return "%d.%02d".formatted(value >> 5, value & 0x1F);
    }
}
