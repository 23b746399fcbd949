package onecard.platform.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterAddressTest {
    @ParameterizedTest(name = "{0} port {1}: {2}")
    @DisplayName("M-151 The platform prints inside the house only")
    @CsvSource(
            textBlock =
                    """
                    192.168.1.50,           9100, true
                    10.0.0.9,               9100, true
                    172.16.3.4,             1024, true
                    fd00::9100,             9100, true
                    192.168.1.50,             80, false
                    192.168.1.50,          65536, false
                    172.32.0.1,             9100, false
                    8.8.8.8,                9100, false
                    169.254.169.254,        9100, false
                    fe80::1,                9100, false
                    2001:db8::1,            9100, false
                    0.0.0.0,                9100, false
                    ::,                     9100, false
                    224.0.0.1,              9100, false
                    127.0.0.1,              9100, false
                    ::1,                    9100, false
                    ::ffff:127.0.0.1,       9100, false
                    ::ffff:8.8.8.8,         9100, false
                    printer.example.org,    9100, false
                    localhost,              9100, false
                    0x7f.1,                 9100, false
                    '',                     9100, false
                    """)
    void inside_the_house_only(String host, int port, boolean allowed) {
        assertThat(new PrinterAddress(host, port).reachable(false).isPresent()).isEqualTo(allowed);
    }

    @Test
    @DisplayName(
            "M-151 This machine itself is printed on only while nobody else reaches the platform")
    void this_machine_itself() {
        assertThat(new PrinterAddress("127.0.0.1", 9_100).reachable(true)).isPresent();
        assertThat(new PrinterAddress("8.8.8.8", 9_100).reachable(true)).isEmpty();
    }
}
