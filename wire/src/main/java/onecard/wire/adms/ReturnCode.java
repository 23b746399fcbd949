package onecard.wire.adms;

import java.util.Arrays;

/// What the number in a command's result means.
public enum ReturnCode {
    DONE(0),
    BAD_PARAMETER(-1),
    /// The picture's bytes are not as many as `Size` said.
    SIZE_DIFFERS(-2),
    READ_WRITE(-3),
    TEMPLATE_SIZE(-9),
    NO_SUCH_USER(-10),
    BAD_TEMPLATE(-11),
    BROKEN_TEMPLATE(-12),
    TEMPLATE_VERSION(-30),
    FULL(-1001),
    UNSUPPORTED(-1002),
    TIMEOUT(-1003),
    /// The device is not set up for it.
    NOT_CONFIGURED(-1004),
    BUSY(-1005),
    TOO_LONG(-1006),
    NO_MEMORY(-1007),
    /// The device could not fetch what the command pointed at.
    NOT_FETCHED(-1008),
    OTHER(Integer.MIN_VALUE);

    private final int code;

    ReturnCode(int code) {
        this.code = code;
    }

    /// Tells what a number means; queries answer with how many rows they found, so every number
    /// that is not below zero is [#DONE].
    public static ReturnCode of(int code) {
        if (code >= 0) {
            return DONE;
        }
        return Arrays.stream(values()).filter(each -> each.code == code).findFirst().orElse(OTHER);
    }
}
