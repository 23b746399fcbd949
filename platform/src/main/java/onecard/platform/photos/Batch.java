package onecard.platform.photos;

import java.time.Instant;
import java.util.Optional;

/// Many photos at once (`M-137`): one zip file, each photo named by a person's number (`M-133`).
///
/// @param id for ever
/// @param key the number of the key that seals what it keeps
/// @param parts how many parts were uploaded
/// @param bytes how long they are together
/// @param files how many photos the uploader counted; 0: unknown
/// @param consents who signed the papers on file for everybody in it; empty: nobody said so
/// @param job the job that works on it
/// @param doneAt when the job was through
record Batch(
        int id,
        int key,
        String fileName,
        Instant madeAt,
        String madeBy,
        int parts,
        long bytes,
        int files,
        Optional<Consent.Giver> consents,
        Optional<Integer> job,
        Optional<Instant> doneAt) {

    String kept(int position) {
        return "batch:" + id + ":" + position;
    }

    String part(int no) {
        return "batch-part:" + id + ":" + no;
    }
}
