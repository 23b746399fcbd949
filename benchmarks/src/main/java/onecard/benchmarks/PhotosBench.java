package onecard.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onecard.platform.people.Departments;
import onecard.platform.people.NewPerson;
import onecard.platform.people.People;
import onecard.platform.people.PersonNo;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Language;
import onecard.platform.system.Operators;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures photos: a zip file of many through the HTTP API of a platform that runs, until the last
/// one is judged, cropped, sealed and stored; beside the obvious simple way, one request each; and
/// what is left in memory afterwards.
@Command(name = "photos", description = "Imports 1,000 photos.")
final class PhotosBench implements Callable<Integer> {
    private static final String PASSWORD = "correct horse battery";
    private static final int PART_BYTES = 4 << 20;
    private static final int WARM_UP = 40;
    private static final int SINGLE = 100;

    @Option(names = "--photos", description = "How many (default: ${DEFAULT-VALUE}).")
    private int size = 1_000;

    @Option(names = "--portraits", description = "A folder of JPEG files, used in turn.")
    private Optional<Path> portraits = Optional.empty();

    private final Figures figures = new Figures(System.out);

    @Override
    public Integer call() throws IOException, InterruptedException {
        var photos = photos();
        try (var platform =
                BenchPlatform.start(Files.createTempDirectory("onecard-photos"), 0, 0)) {
            var operator =
                    platform.door(Operators.class)
                            .addFirst("admin", "admin", PASSWORD, Language.EN);
            var ids = platform.door(CurrentOperator.class).as(operator, () -> people(platform));
            var clerk = new BenchClerk(platform.port(), "admin", PASSWORD);
            batch(clerk, photos, WARM_UP);
            long before = resident();
            long begun = System.nanoTime();
            batch(clerk, photos, size);
            double seconds = (System.nanoTime() - begun) / 1e9;
            var how =
                    "%d photos of %d KiB on average, uploaded in parts over HTTP until the job is seen done"
                            .formatted(size, mean(photos) / 1024);
            figures.add("photos.batch", size / seconds, "photos/s", how);
            figures.add("photos.batch.whole", seconds, "s", how);
            figures.add(
                    "photos.memory",
                    (resident() - before) / 1024.0,
                    "MiB",
                    "by how much the process grew during that, heap and all");
            single(clerk, photos, ids);
        }
        figures.writeTo(Path.of("target", "bench-photos.jsonl"));
        return 0;
    }

    private List<byte[]> photos() throws IOException {
        var folder =
                portraits.orElseGet(() ->
                        Path.of(System.getProperty("onecard.root", "."))
                                .resolve("platform/src/test/resources/portraits"));
        var photos = new ArrayList<byte[]>();
        try (var files = Files.newDirectoryStream(folder, "*.jpg")) {
            for (var file : files) {
                photos.add(Files.readAllBytes(file));
            }
        }
        return photos;
    }

    private List<Integer> people(BenchPlatform platform) {
        var root = platform.door(Departments.class).root().id();
        var ids = new ArrayList<Integer>();
        for (int i = 0; i < size; i++) {
            ids.add(
                    platform.door(People.class)
                            .add(
                                    new NewPerson(
                                            Optional.of(new PersonNo(number(i))),
                                            "Person " + i,
                                            root,
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty()))
                            .id()
                            .value());
        }
        return ids;
    }

    private static String number(int i) {
        return Integer.toString(100_000 + i);
    }

    private static void batch(BenchClerk clerk, List<byte[]> photos, int count)
            throws IOException, InterruptedException {
        var file = zip(photos, count);
        int id =
                clerk.post("/api/v1/photo-batches", Map.of("fileName", "bench.zip"))
                        .get("id")
                        .asInt();
        var batch = "/api/v1/photo-batches/" + id;
        for (int no = 0; no * PART_BYTES < file.length; no++) {
            int from = no * PART_BYTES;
            var part = Arrays.copyOfRange(file, from, Math.min(from + PART_BYTES, file.length));
            clerk.upload("POST", batch + "/parts/" + no, part);
        }
        clerk.work(batch + "/start", Map.of("files", count, "consents", "HOLDER"));
    }

    private static byte[] zip(List<byte[]> photos, int count) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry(number(i) + ".jpg"));
                zip.write(photos.get(i % photos.size()));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private void single(BenchClerk clerk, List<byte[]> photos, List<Integer> ids)
            throws IOException, InterruptedException {
        int count = Math.min(SINGLE, size);
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            var person = "/api/v1/people/" + ids.get(i);
            clerk.put(person + "/photo-consent", Map.of("givenBy", "HOLDER", "way", "PAPER"));
            clerk.upload("PUT", person + "/photo?anyway=true", photos.get(i % photos.size()));
        }
        figures.add(
                "photos.single",
                count / ((System.nanoTime() - begun) / 1e9),
                "photos/s",
                "the simple way: one after the other, a request for consent and one for the photo each, %d of them"
                        .formatted(count));
    }

    private static long mean(List<byte[]> photos) {
        return photos.stream().mapToLong(photo -> photo.length).sum() / photos.size();
    }

    /// The resident memory of this process, in KiB.
    private static long resident() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }
}
