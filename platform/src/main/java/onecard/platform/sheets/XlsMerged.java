package onecard.platform.sheets;

import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;

/// Listens for merged cells.
final class XlsMerged extends XlsRecords {
    private final Merged merged;

    XlsMerged(Merged merged) {
        this.merged = merged;
    }

    @Override
    void book(Record record) {}

    @Override
    void sheet(Record record) {
        if (record instanceof MergeCellsRecord areas) {
            for (int i = 0; i < areas.getNumAreas(); i++) {
                var area = areas.getAreaAt(i);
                merged.add(
                        area.getFirstRow(),
                        area.getLastRow(),
                        area.getFirstColumn(),
                        area.getLastColumn());
            }
        }
    }

    @Override
    void end() {}
}
