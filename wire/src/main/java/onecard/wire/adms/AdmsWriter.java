package onecard.wire.adms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/// Writes what a device is answered: text with LF at the end of a line and TAB between fields.
public final class AdmsWriter {
    /// The version we speak; of the two, the lower one counts. From 2.4.1 on devices send
    /// `ERRORLOG`.
    static final String VERSION = "2.4.1";

    private AdmsWriter() {}

    /// In which characters a device reads names.
    public enum Writing {
        /// Devices with a Chinese menu.
        GB2312("GB2312"),
        UTF_8("UTF-8");

        private final Charset charset;

        Writing(String name) {
            this.charset = Charset.forName(name);
        }
    }

    /// How a device is to work.
    ///
    /// @param poll how often it asks for commands
    /// @param retry how long it waits after a failure
    /// @param zoneMinutes how far its zone is ahead of Greenwich
    public record Working(Duration poll, Duration retry, int zoneMinutes) {}

    /// The answer to [AdmsRequest.Hello].
    public static byte[] options(String serial, Working working) {
        return """
        GET OPTION FROM: %s
        ATTLOGStamp=None
        OPERLOGStamp=9999
        ATTPHOTOStamp=None
        BIODATAStamp=9999
        ERRORLOGStamp=None
        ErrorDelay=%d
        Delay=%d
        TransTimes=00:00;14:05
        TransInterval=1
        TransFlag=TransData AttLog\tOpLog
        TimeZone=%d
        Realtime=1
        Encrypt=None
        ServerVer=%s
        PushProtVer=%s
        PushOptionsFlag=1
        PushOptions=FingerFunOn,FaceFunOn
        SupportPing=1
        """
                .formatted(
                        serial,
                        working.retry().toSeconds(),
                        working.poll().toSeconds(),
                        zone(working.zoneMinutes()),
                        VERSION,
                        VERSION)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Whole hours are written as hours, others as minutes.
    private static int zone(int minutes) {
        return minutes % 60 == 0 ? minutes / 60 : minutes;
    }

    /// One line of the answer to [AdmsRequest.Poll].
    public static byte[] command(CommandId id, AdmsCommand command, Writing writing) {
        var line = new ByteArrayOutputStream();
        line.writeBytes(ascii("C:" + id.value() + ":"));
        switch (command) {
            case AdmsCommand.UpdateUser(var pin, var name, var card) -> {
                line.writeBytes(ascii("DATA UPDATE USERINFO PIN=" + pin + "\tName="));
                line.writeBytes(printable(name).getBytes(writing.charset));
                line.writeBytes(
                        ascii(
                                "\tPri=0\tPasswd=\tCard=%s\tGrp=1\tTZ=0000000100000000\tVerify=0"
                                        .formatted(card.map(String::valueOf).orElse(""))));
            }
            case AdmsCommand.UpdateFace(var pin, var jpeg, var size) -> {
                byte[] text = Base64.getEncoder().encode(jpeg);
                int length =
                        switch (size) {
                            case TEXT -> text.length;
                            case PICTURE -> jpeg.length;
                        };
                line.writeBytes(
                        ascii(
                                "DATA UPDATE BIOPHOTO PIN=%s\tType=9\tFormat=0\tSize=%d\tContent="
                                        .formatted(pin, length)));
                line.writeBytes(text);
            }
            case AdmsCommand.DeleteUser(var pin) ->
                    line.writeBytes(ascii("DATA DELETE USERINFO PIN=" + pin));
            case AdmsCommand.ClearUsers _ -> line.writeBytes(ascii("CLEAR ALL USERINFO"));
        }
        line.write('\n');
        return line.toByteArray();
    }

    /// The answer where nothing else is to be said.
    public static byte[] ok() {
        return ascii("OK\n");
    }

    /// The answer to a post of lines.
    public static byte[] ok(int lines) {
        return ascii("OK:" + lines + "\n");
    }

    /// A name must not end the field or the line it stands in.
    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", " ");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
