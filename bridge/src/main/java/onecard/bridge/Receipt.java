package onecard.bridge;

import java.io.IOException;
import java.io.OutputStream;

/// What a printer gets, byte for byte.
final class Receipt {
    /// A longer one is a mistake: this is metres of paper.
    static final int BYTES_MAX = 65_536;

    private final byte[] bytes;

    /// @throws IllegalArgumentException if there is nothing, or more than [#BYTES_MAX]
    Receipt(byte[] bytes) {
        if (!exists(bytes.length)) {
            throw new IllegalArgumentException("A receipt has 1 to " + BYTES_MAX + " bytes");
        }
        this.bytes = bytes.clone();
    }

    static boolean exists(int length) {
        return length > 0 && length <= BYTES_MAX;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
