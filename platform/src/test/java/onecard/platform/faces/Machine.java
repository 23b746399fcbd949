package onecard.platform.faces;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A face terminal made of frames written from the maker's document: raw bytes on a socket, nothing
/// of ours. Its menu is Chinese, so it reads GB2312.
final class Machine {
    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final int PATIENCE_MILLIS = 10_000;

    private final int port;
    private final String serial;
    private final String ending;

    Machine(int port, String serial) {
        this(port, serial, "");
    }

    Machine(int port, String serial, String ending) {
        this.port = port;
        this.serial = serial;
        this.ending = ending;
    }

    /// The same machine, pointed at another port.
    Machine at(int other) {
        return new Machine(other, serial, ending);
    }

    /// @param head status line and headers
    record Said(int status, String head, String body) {}

    Said hello() {
        return get("cdata", "&options=all&pushver=2.4.1&DeviceType=att&language=83");
    }

    Said poll() {
        return get("getrequest", "");
    }

    /// Asks for commands and splits the lines.
    List<String> commands() {
        List<String> lines = new ArrayList<>();
        for (String line : poll().body().split("\n", -1)) {
            if (line.startsWith("C:")) {
                lines.add(line);
            }
        }
        return lines;
    }

    static String id(String command) {
        return command.split(":", 3)[1];
    }

    Said table(String table, String body) {
        return post("cdata", "&table=" + table + "&Stamp=9999", body.getBytes(GB2312));
    }

    Said results(String... lines) {
        return post(
                "devicecmd",
                "",
                (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    Said get(String path, String query) {
        return raw(
                "GET " + target(path, query) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    Said post(String path, String query, byte[] body) {
        byte[] head =
                """
                POST %s HTTP/1.1\r
                Host: x\r
                User-Agent: iClock Proxy/1.09\r
                Connection: close\r
                Content-Length: %d\r
                \r
                """
                        .formatted(target(path, query), body.length)
                        .getBytes(StandardCharsets.US_ASCII);
        var all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(body);
        return send(all.toByteArray());
    }

    private String target(String path, String query) {
        return "/iclock/" + path + ending + "?SN=" + serial + query;
    }

    Said raw(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Sends a poll and hangs up before the answer.
    void pollAndHangUp() {
        try (Socket socket = connect()) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(
                            ("GET " + target("getrequest", "") + " HTTP/1.1\r\nHost: x\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            int first = socket.getInputStream().read();
            if (first < 0) {
                throw new AssertionError("The service hung up first");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Said send(byte[] bytes) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes);
            return said(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static Said said(InputStream in) throws IOException {
        String all = new String(in.readAllBytes(), GB2312);
        int end = all.indexOf("\r\n\r\n");
        var status = Pattern.compile("HTTP/1\\.1 ([0-9]{3}).*", Pattern.DOTALL).matcher(all);
        if (end < 0 || !status.matches()) {
            throw new AssertionError("No answer: " + all);
        }
        return new Said(
                Integer.parseInt(status.group(1)), all.substring(0, end), all.substring(end + 4));
    }
}
