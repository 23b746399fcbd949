package onecard.platform.sheets;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.Record;
import org.jspecify.annotations.Nullable;

/// Listens to the records of the first visible sheet, and to those of the book before it.
abstract class XlsRecords implements HSSFListener {
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private int sheet = -1;
    private int wanted = -1;
    private @Nullable FormatTrackingHSSFListener formats;

    final void formats(FormatTrackingHSSFListener tracking) {
        formats = tracking;
    }

    final FormatTrackingHSSFListener formats() {
        if (formats == null) {
            throw new IllegalStateException("The formats are told before the first record");
        }
        return formats;
    }

    @Override
    public final void processRecord(Record record) {
        switch (record) {
            case BoundSheetRecord bound -> sheets.add(bound);
            case BOFRecord begin -> {
                if (begin.getType() == BOFRecord.TYPE_WORKSHEET) {
                    sheet++;
                    if (sheet == 0) {
                        wanted = firstVisible();
                    }
                } else if (begin.getType() != BOFRecord.TYPE_WORKBOOK) {
                    sheet++;
                }
            }
            default -> {
                if (sheet < 0) {
                    book(record);
                } else if (sheet == wanted) {
                    sheet(record);
                }
            }
        }
    }

    private int firstVisible() {
        var ordered = BoundSheetRecord.orderByBofPosition(sheets);
        for (int i = 0; i < ordered.length; i++) {
            if (!ordered[i].isHidden() && !ordered[i].isVeryHidden()) {
                return i;
            }
        }
        return 0;
    }

    /// Takes a record that stands before the sheets.
    abstract void book(Record record);

    /// Takes a record of the sheet.
    abstract void sheet(Record record);

    /// There are no more.
    abstract void end();
}
