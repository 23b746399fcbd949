package onecard.platform.sheets;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Reads the first visible sheet of a file, whatever it calls itself: what it is, its first bytes
/// tell. Rows in which nothing stands are passed over; hidden rows are read and marked; a value in
/// cells merged downwards holds for each of them.
public final class SheetReader {
    /// The largest file, in bytes.
    public static final int FILE_MAX_BYTES = 32 << 20;

    /// The most rows in which something stands.
    public static final int ROWS_MAX = 200_000;

    /// The last column in which something may stand.
    public static final int COLUMNS_MAX = 256;

    /// The longest text of a cell, as in Excel.
    static final int TEXT_MAX = 32_767;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final int HEAD = 512;

    private SheetReader() {}

    /// Reads the rows in order until the taker has enough.
    ///
    /// @throws onecard.platform.system.Problem if this is no table, or one that nobody needs
    public static void read(byte[] file, RowTaker taker) {
        if (file.length > FILE_MAX_BYTES) {
            throw SheetProblems.tooLarge();
        }
        var rows = new Rows(taker);
        if (begins(file, ZIP)) {
            new XlsxFile(file).read(rows);
        } else if (begins(file, OLE2)) {
            new XlsFile(file).read(rows);
        } else if (looksLikeWebPage(file)) {
            throw SheetProblems.webPage();
        } else {
            new CsvFile(file).read(rows);
        }
    }

    private static boolean begins(byte[] file, byte[] with) {
        if (file.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (file[i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    /// Many systems write a web page and call it `.xls`.
    private static boolean looksLikeWebPage(byte[] file) {
        var head =
                new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .stripLeading();
        return head.startsWith("<") || head.startsWith("\u00ef\u00bb\u00bf<");
    }
}
