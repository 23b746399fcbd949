package onecard.wire;

import java.util.List;

/// "This has been sold." Records are never refused and never block one another.
///
/// @param records 1 to [Limits#MAX_RECORDS] records
public record RecordsRequest(List<StoredRecord> records) implements Request {
    public RecordsRequest {
        records = List.copyOf(records);
        Limits.requireBetween("The size of a batch", 1, Limits.MAX_RECORDS, records.size());
    }
}
