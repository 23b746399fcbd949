package onecard.platform.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A table that was uploaded, and what became of it.
///
/// @param id for ever
/// @param kind of which desk
/// @param operatorId who uploaded it
/// @param operatorName as others read it
/// @param fileName as it was called
/// @param fingerprint SHA-256 of the file, in hex
/// @param state how far it is
/// @param choice columns and mode
/// @param counts what its rows do; empty until they were judged
/// @param sums what the good rows come to
/// @param digest what was judged, in short
/// @param jobId the latest job
/// @param madeAt when it was uploaded
/// @param doneAt when it was written
record Import(
        int id,
        String kind,
        int operatorId,
        String operatorName,
        String fileName,
        String fingerprint,
        ImportState state,
        ImportChoice choice,
        Optional<Counts> counts,
        List<ImportSum> sums,
        Optional<String> digest,
        Optional<Integer> jobId,
        Instant madeAt,
        Optional<Instant> doneAt) {
    ImportBrief brief() {
        return new ImportBrief(id, fileName, choice.mode(), choice.options());
    }

    /// How many rows do what.
    ///
    /// @param noticed how many carry a notice
    record Counts(int add, int change, int same, int bad, int noticed) {
        int rows() {
            return add + change + same + bad;
        }
    }
}
