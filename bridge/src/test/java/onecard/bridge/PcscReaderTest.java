package onecard.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/// The real PC/SC service with a virtual reader, in a network, a file system and a process tree of
/// its own: nothing of it is seen from outside, and all of it ends with its first process.
class PcscReaderTest {
    private static final String UID = "04A1B2C3D4E5F6";

    private static final String DESK =
            """
            ip link set lo up
            mkdir -p /run/pcscd
            mount -t tmpfs tmpfs /run/pcscd
            pcscd --foreground >/dev/null 2>&1 &
            while [ ! -S /run/pcscd/pcscd.comm ]; do sleep 0.1; done
            "$1" -cp "$2" onecard.bridge.VirtualCard %s >/dev/null 2>&1 &
            exec "$1" -Dsun.security.smartcardio.library=libpcsclite.so.1 --enable-native-access=ALL-UNNAMED \
                -cp "$2" onecard.bridge.Main read
            """
                    .formatted(UID);

    private final ConcurrentLinkedQueue<ReaderNews> heard = new ConcurrentLinkedQueue<>();

    private static boolean canBuildADesk() {
        return Files.isExecutable(Path.of("/usr/sbin/pcscd"))
                && Files.exists(Path.of("/etc/reader.conf.d/vpcd"))
                && Files.isExecutable(Path.of("/usr/bin/unshare"))
                && Files.isExecutable(Path.of("/sbin/ip"))
                && System.getProperty("user.name").equals("root");
    }

    @Test
    void a_card_says_its_number() {
        assumeTrue(canBuildADesk(), "needs root and Debian's pcscd and vsmartcard-vpcd");
        List<String> desk =
                List.of(
                        "unshare",
                        "--net",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "sh",
                        "-c",
                        DESK,
                        "desk",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path"));
        try (var _ = new ReaderFeed(desk, heard::add)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> heard.contains(new ReaderNews.CardSeen(UID)));
        }
        assertThat(heard)
                .anySatisfy(news ->
                        assertThat(news)
                                .isInstanceOfSatisfying(
                                        ReaderNews.Listening.class,
                                        listening ->
                                                assertThat(listening.readers())
                                                        .anyMatch(
                                                                name -> name.contains("Virtual"))));
    }
}
