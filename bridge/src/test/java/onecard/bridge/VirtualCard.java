package onecard.bridge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;

/// A contactless card made of software, laid on the virtual reader of Debian's package
/// `vsmartcard-vpcd`: messages of a length in two bytes and as many bytes.
public final class VirtualCard {
    private static final int READER_PORT = 0x8C7B;
    private static final int ASKED_FOR_ATR = 4;

    /// The answer to reset of a contactless storage card behind PC/SC.
    private static final byte[] ATR =
            HexFormat.of().parseHex("3B8F8001804F0CA000000306030001000000006A");

    private static final String GET_UID = "FFCA0000";

    private VirtualCard() {}

    /// Lies on the reader until the reader is gone.
    ///
    /// @param arguments the number as hex digits
    public static void main(String[] arguments) throws IOException, InterruptedException {
        byte[] uid = HexFormat.of().parseHex(arguments[0] + "9000");
        try (Socket reader = reader();
                var in = new DataInputStream(reader.getInputStream());
                var out = new DataOutputStream(reader.getOutputStream())) {
            while (true) {
                byte[] asked = in.readNBytes(in.readUnsignedShort());
                if (asked.length == 1 && asked[0] == ASKED_FOR_ATR) {
                    answer(out, ATR);
                } else if (asked.length > 1) {
                    boolean isUid =
                            HexFormat.of().withUpperCase().formatHex(asked).startsWith(GET_UID);
                    answer(out, isUid ? uid : new byte[] {0x6D, 0x00});
                }
            }
        }
    }

    private static void answer(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeShort(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /// The reader opens its port a moment after the service began.
    private static Socket reader() throws InterruptedException {
        while (true) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), READER_PORT);
            } catch (IOException _) {
                Thread.sleep(100); // a program of its own, which nobody can tell
            }
        }
    }
}
