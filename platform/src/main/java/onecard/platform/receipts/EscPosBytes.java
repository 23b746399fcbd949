package onecard.platform.receipts;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.Style.FontSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Lines as a receipt printer wants them (ESC/POS), in GB18030. Nothing opens the drawer. Pure.
///
/// | bytes | meaning |
/// |---|---|
/// | `1B 40` | initialise |
/// | `1C 26` | Chinese characters on; the library does not send it |
/// | `1B 4D 30`, `1B 45 n`, `1D 21 n`, `1B 2D 30`, `1B 61 n`, `1B 32`, `1D 42 00` | before each line: font, bold, size, underline, left or middle, spacing, black on white |
/// | text `0A` | a line |
/// | `0A 0A 0A 0A` | feed, so that the cut is below the text |
/// | `1D 56 31` | partial cut |
final class EscPosBytes {
    private static final int FS = 0x1C;
    private static final int AMPERSAND = 0x26;
    private static final int FEED_LINES = 4;

    private EscPosBytes() {}

    static byte[] of(List<Sheet.Line> lines) {
        var bytes = new ByteArrayOutputStream();
        try (var printer = new EscPos(bytes)) {
            printer.initializePrinter();
            printer.write(FS).write(AMPERSAND);
            printer.setCharsetName(Glyphs.GB18030.name());
            for (var line : lines) {
                printer.writeLF(style(line.look()), line.text());
            }
            printer.feed(new Style(), FEED_LINES).cut(EscPos.CutMode.PART);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be written", e);
        }
        return bytes.toByteArray();
    }

    private static Style style(Sheet.Look look) {
        return switch (look) {
            case PLAIN -> new Style();
            case STRONG -> new Style().setBold(true);
            case CENTRED -> new Style().setJustification(Justification.Center).setBold(true);
            case LARGE ->
                    new Style()
                            .setJustification(Justification.Center)
                            .setFontSize(FontSize._2, FontSize._2);
        };
    }
}
