package onecard.wire.adms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import onecard.wire.adms.AdmsCommand.SizeMeaning;
import onecard.wire.adms.AdmsWriter.Working;
import onecard.wire.adms.AdmsWriter.Writing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What devices are told, byte by byte.
class AdmsWriterTest {
    private static final CommandId ID = new CommandId("1f");

    @Test
    @DisplayName("W-18 a device that begins is told how to work")
    void a_device_that_begins_is_told_how_to_work() {
        var working = new Working(Duration.ofSeconds(5), Duration.ofSeconds(30), 480);
        assertThat(new String(AdmsWriter.options("X1", working), StandardCharsets.US_ASCII))
                .startsWith("GET OPTION FROM: X1\nATTLOGStamp=None\n")
                .contains("\nErrorDelay=30\nDelay=5\n", "\nTimeZone=8\n", "\nRealtime=1\n")
                .contains("\nEncrypt=None\n", "\nPushProtVer=2.4.1\n", "AttLog\tOpLog\n")
                .endsWith("\n");
        var half = new Working(Duration.ofSeconds(5), Duration.ofSeconds(30), 330);
        assertThat(new String(AdmsWriter.options("X1", half), StandardCharsets.US_ASCII))
                .contains("\nTimeZone=330\n");
    }

    @Test
    @DisplayName("W-18 a user is entered under a name in the characters of the device")
    void a_user_is_entered() {
        var user = new AdmsCommand.UpdateUser("1001", "张 三", Optional.of(123_456_789L));
        String line =
                "C:1f:DATA UPDATE USERINFO PIN=1001\tName=张 三\tPri=0\tPasswd=\tCard=123456789"
                        + "\tGrp=1\tTZ=0000000100000000\tVerify=0\n";
        assertThat(AdmsWriter.command(ID, user, Writing.GB2312))
                .isEqualTo(line.getBytes(Charset.forName("GB2312")));
        assertThat(AdmsWriter.command(ID, user, Writing.UTF_8))
                .isEqualTo(line.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("W-18 a name can neither end its field nor begin another command")
    void a_name_stays_a_name() {
        var hostile = new AdmsCommand.UpdateUser("1", "A\tPri=14\nC:2:REBOOT\r", Optional.empty());
        assertThat(told(hostile))
                .isEqualTo(
                        "C:1f:DATA UPDATE USERINFO PIN=1\tName=A Pri=14 C:2:REBOOT \tPri=0\tPasswd="
                                + "\tCard=\tGrp=1\tTZ=0000000100000000\tVerify=0\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdmsCommand.DeleteUser("1\nC:2:REBOOT"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CommandId("1:SHELL"));
    }

    @ParameterizedTest
    @DisplayName(
            "W-18 the size of a picture is that of its text, or of the picture for some models")
    @CsvSource({"TEXT, 8", "PICTURE, 5"})
    void the_size_of_a_picture(SizeMeaning meaning, int size) {
        var face = new AdmsCommand.UpdateFace("1001", new byte[] {1, 2, 3, 4, 5}, meaning);
        assertThat(told(face))
                .isEqualTo(
                        "C:1f:DATA UPDATE BIOPHOTO PIN=1001\tType=9\tFormat=0\tSize=%d\tContent=AQIDBAU=\n"
                                .formatted(size));
        assertThat(face).hasToString("UpdateFace[pin=1001, bytes=5]");
    }

    @Test
    @DisplayName("W-18 all users of a device are cleared by one command")
    void users_are_cleared() {
        assertThat(told(new AdmsCommand.ClearUsers())).isEqualTo("C:1f:CLEAR ALL USERINFO\n");
        assertThat(told(new AdmsCommand.DeleteUser("7")))
                .isEqualTo("C:1f:DATA DELETE USERINFO PIN=7\n");
        assertThat(AdmsWriter.ok(3)).isEqualTo("OK:3\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(AdmsWriter.ok()).isEqualTo("OK\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static String told(AdmsCommand command) {
        return new String(AdmsWriter.command(ID, command, Writing.UTF_8), StandardCharsets.UTF_8);
    }
}
