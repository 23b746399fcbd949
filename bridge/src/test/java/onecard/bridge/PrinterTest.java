package onecard.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterTest {
    private final Receipt receipt = new Receipt("充值 20.00\n".getBytes(UTF_8));

    @Test
    void an_address_names_a_printer() {
        assertThat(Printer.at("tcp:printer")).isEqualTo(new Printer.Network("printer", 9_100));
        assertThat(Printer.at("tcp:10.0.0.9:9101"))
                .isEqualTo(new Printer.Network("10.0.0.9", 9_101));
        assertThat(Printer.at("file:/dev/usb/lp0"))
                .isEqualTo(new Printer.Device(Path.of("/dev/usb/lp0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "printer", "tcp:", "tcp:a:0", "tcp:a:65536", "tcp:a b", "file:"})
    void what_is_no_address_is_refused(String address) {
        assertThatThrownBy(() -> Printer.at(address)).hasMessageContaining("tcp:HOST:PORT");
    }

    @Test
    void a_network_printer_gets_every_byte() throws Exception {
        try (var printer = new LoopbackPrinter()) {
            assertThat(Printer.at(printer.address()).print(receipt))
                    .isEqualTo(new Printer.Ending.Printed());
            assertThat(printer.printed.poll(60, TimeUnit.SECONDS))
                    .isEqualTo("充值 20.00\n".getBytes(UTF_8));
        }
    }

    @Test
    void a_printer_that_is_off_is_not_reached() throws IOException {
        int port;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        assertThat(Printer.at("tcp:127.0.0.1:" + port).print(receipt))
                .isInstanceOf(Printer.Ending.NotReached.class);
    }

    @Test
    void a_device_file_gets_every_byte_and_is_never_made(@TempDir Path folder) throws IOException {
        Path device = folder.resolve("lp0");
        assertThat(Printer.at("file:" + device).print(receipt))
                .isInstanceOf(Printer.Ending.NotReached.class);
        assertThat(device).doesNotExist();
        Files.createFile(device);
        assertThat(Printer.at("file:" + device).print(receipt))
                .isEqualTo(new Printer.Ending.Printed());
        assertThat(device).hasContent("充值 20.00\n");
    }
}
