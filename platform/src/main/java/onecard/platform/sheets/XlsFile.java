package onecard.platform.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// An Excel workbook until 2003. Its records are read one by one, twice where cells are merged,
/// because what is merged comes behind the cells.
final class XlsFile {
    private final byte[] file;

    XlsFile(byte[] file) {
        this.file = file;
    }

    void read(Rows rows) {
        try (var container = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            var root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw SheetProblems.locked();
            }
            if (!root.hasEntryCaseInsensitive("Workbook")) {
                throw root.hasEntryCaseInsensitive("Book")
                        ? SheetProblems.tooOld()
                        : SheetProblems.noTable();
            }
            var merged = new Merged();
            walk(container, new XlsMerged(merged));
            walk(container, new XlsSheet(merged, rows));
        } catch (Rows.Enough _) {
            return;
        } catch (EncryptedDocumentException locked) {
            throw SheetProblems.locked();
        } catch (OldExcelFormatException old) {
            throw SheetProblems.tooOld();
        } catch (onecard.platform.system.Problem known) {
            throw known;
        } catch (IOException | RuntimeException broken) { // POI throws much for broken files
            throw SheetProblems.damaged();
        }
    }

    private static void walk(POIFSFileSystem container, XlsRecords taker) throws IOException {
        var formats = new FormatTrackingHSSFListener(taker);
        taker.formats(formats);
        var request = new HSSFRequest();
        request.addListenerForAllRecords(formats);
        new HSSFEventFactory().processWorkbookEvents(request, container);
        taker.end();
    }
}
