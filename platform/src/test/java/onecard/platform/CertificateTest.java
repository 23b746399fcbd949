package onecard.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import onecard.platform.system.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {
    private final MovableClock clock = new MovableClock();

    @Test
    void it_is_for_this_machine_under_all_its_names(@TempDir Path folder) throws Exception {
        X509Certificate certificate = Certificate.selfMade(folder.resolve("tls"), clock).read();
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
        List<Object> names =
                certificate.getSubjectAlternativeNames().stream()
                        .<Object>map(name -> name.get(1))
                        .toList();
        assertThat(names).contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(names)
                .containsAll(
                        Certificate.addresses().stream()
                                .map(each -> each.getHostAddress().replaceAll("%.*", ""))
                                .toList());
    }

    @Test
    void only_its_owner_reads_the_key(@TempDir Path folder) throws Exception {
        Certificate files = Certificate.selfMade(folder.resolve("tls"), clock);
        assertThat(Files.getPosixFilePermissions(files.key()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_second_start_keeps_it_and_a_start_shortly_before_its_end_makes_another(
            @TempDir Path folder) {
        String first = Certificate.selfMade(folder, clock).fingerprint();
        assertThat(first).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(Certificate.selfMade(folder, clock).fingerprint()).isEqualTo(first);
        clock.pass(Certificate.VALID.minus(Certificate.RENEW).plus(Duration.ofDays(1)));
        assertThat(Certificate.selfMade(folder, clock).fingerprint()).isNotEqualTo(first);
    }

    @Test
    void what_is_no_certificate_is_said_in_one_line(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("mine.pem"), "hello");
        assertThatThrownBy(() -> new Certificate(file, file).fingerprint())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("mine.pem");
    }
}
