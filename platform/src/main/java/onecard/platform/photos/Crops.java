package onecard.platform.photos;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.system.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Portraits as a zip file with a folder `cut`, each named by its person's number (`M-134`), so
/// that they can be imported elsewhere. Some are opened at a time.
@Component
class Crops {
    private static final String FOLDER = "cut/";
    private static final int AT_ONCE = 100;

    private final PortraitTable portraits;
    private final Photos photos;
    private final People people;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Crops(
            PortraitTable portraits,
            Photos photos,
            People people,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.portraits = portraits;
        this.photos = photos;
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// Writes the portraits of a batch, or of everybody. The trail knows of it before the first one
    /// leaves.
    void write(Optional<Integer> batch, OutputStream out) throws IOException {
        transaction.executeWithoutResult(_ ->
                audit.record(
                        "photos.crops-taken",
                        batch.map(id -> "batch " + id).orElse("people"),
                        Map.of()));
        var zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.NO_COMPRESSION);
        int after = 0;
        var page = portraits.page(batch, after, AT_ONCE);
        while (!page.isEmpty()) {
            var whose = people.find(page.stream().map(StoredPortrait::person).toList());
            for (var stored : page) {
                var person = Optional.ofNullable(whose.get(stored.person()));
                var opened = photos.open(stored);
                if (person.isPresent() && opened.isPresent()) {
                    put(zip, person.get(), opened.get());
                }
            }
            after = page.getLast().person().value();
            page = portraits.page(batch, after, AT_ONCE);
        }
        zip.finish();
    }

    private static void put(ZipOutputStream zip, Person person, Photos.Opened opened)
            throws IOException {
        var entry = new ZipEntry(FOLDER + person.number().value() + ".jpg");
        entry.setTime(opened.stored().storedAt().toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(opened.jpeg());
        zip.closeEntry();
    }
}
