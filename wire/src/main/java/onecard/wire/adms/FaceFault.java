package onecard.wire.adms;

import java.util.Arrays;
import java.util.Optional;

/// Why a device could not make a face of a picture.
public enum FaceFault {
    NO_FACE("D01E0001"),
    COVERED("D01E0002"),
    BLURRED("D01E0003"),
    TURNED("D01E0004"),
    NOT_ALIVE("D01E0005"),
    NO_TEMPLATE("D01E0006");

    private final String code;

    FaceFault(String code) {
        this.code = code;
    }

    /// The code on the wire.
    public String code() {
        return code;
    }

    /// Finds the fault that a code means.
    public static Optional<FaceFault> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
