package onecard.platform.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhotoBatchTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String BATCHES = "/api/v1/photo-batches";

    private final House house;
    private final Browser browser;

    PhotoBatchTest(House house) {
        this.house = house;
        this.browser = house.administrator();
    }

    @BeforeAll
    void aClass() {
        for (var number : List.of("100231", "100232", "100233", "100234", "100235", "100236")) {
            var _ = Sitters.enter(house, number, "学生" + number);
        }
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private int upload(byte[] file, int partBytes) {
        int id = browser.post(BATCHES, Map.of("fileName", "一班.zip")).json().get("id").asInt();
        for (int no = 0; no * partBytes < file.length; no++) {
            var part =
                    Arrays.copyOfRange(
                            file, no * partBytes, Math.min(file.length, (no + 1) * partBytes));
            var taken = browser.upload(BATCHES + "/" + id + "/parts/" + no, "part", part);
            assertThat(taken.json().get("nextPart").asInt()).as(taken.text()).isEqualTo(no + 1);
        }
        return id;
    }

    private JsonNode work(int id, Map<String, Object> order) {
        var started = browser.post(BATCHES + "/" + id + "/start", order);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        var job = "/api/v1/jobs/" + started.json().get("jobId").asInt();
        return await().atMost(SOON)
                .until(() -> browser.get(job).json(), now -> isOver(now.get("state").asString()));
    }

    private static boolean isOver(String state) {
        return List.of("DONE", "FAILED", "CANCELLED").contains(state);
    }

    private List<JsonNode> files(int id, boolean all) {
        return browser.get(BATCHES + "/" + id + "/files?all=" + all)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    @Test
    @DisplayName(
            "M-133 M-137 M-138 A folder of photos named by numbers: each is stored or says why not")
    void a_folder_of_photos() throws IOException {
        int id = upload(zip(aClassOfPhotos()), 10_000);
        var job = work(id, Map.of("files", 8, "consents", "GUARDIAN"));
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.get("total").asInt()).isEqualTo(8);

        assertThat(told(id))
                .containsExactly(
                        "100231.jpg STORED",
                        "100232.JPG REFUSED FACE_TOO_SMALL",
                        "999999.jpg NO_PERSON",
                        "100233.jpg REFUSED NOT_A_PICTURE",
                        "100234.jpg REFUSED SEVERAL_FACES",
                        "100235.jpg REFUSED NO_FACE",
                        "100231.png TWICE",
                        "100236.jpg REFUSED TOO_LARGE");
        assertThat(files(id, false)).hasSize(7);
        assertThat(house.data().resolve("photos/uploads/" + id)).doesNotExist();

        accept(id, files(id, false).getFirst());
        crops(id);
    }

    private static Map<String, byte[]> aClassOfPhotos() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("一班/100231.jpg", Sitters.file(Sitters.GOOD));
        files.put("一班/100232.JPG", Sitters.file(Sitters.TURNED));
        files.put("一班/999999.jpg", Sitters.file(Sitters.GOOD));
        files.put("一班/100233.jpg", "no picture at all".getBytes(StandardCharsets.UTF_8));
        files.put(
                "一班/100234.jpg",
                Sitters.file(
                        Sitters.GOOD,
                        one -> Sitters.beside(one, Sitters.pixels(Sitters.DARK_SKIN))));
        files.put("一班/100235.jpg", Sitters.file(Sitters.GOOD, _ -> Sitters.nobody(640, 480)));
        files.put("一班/100231.png", Sitters.file(Sitters.GOOD));
        files.put("一班/Thumbs.db", new byte[] {1});
        files.put("__MACOSX/._100231.jpg", new byte[] {1});
        files.put("一班/100236.jpg", new byte[PictureReader.FILE_MAX_BYTES + 1]);
        return files;
    }

    private List<String> told(int id) {
        var told = new ArrayList<String>();
        for (var file : files(id, true)) {
            var flaw =
                    file.get("flaws").isEmpty()
                            ? ""
                            : file.get("flaws").get(0).get("flaw").asString();
            told.add(
                    (file.get("fileName").asString()
                                    + " "
                                    + file.get("outcome").asString()
                                    + " "
                                    + flaw)
                            .strip());
        }
        return told;
    }

    private void accept(int id, JsonNode refused) {
        assertThat(refused.get("picture").asString()).startsWith("/9j/");
        var accepted =
                browser.post(
                        BATCHES + "/" + id + "/accept",
                        Map.of("positions", List.of(refused.get("position").asInt())));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        var record =
                browser.get("/api/v1/people/" + refused.get("personId").asInt() + "/photo-record")
                        .json();
        assertThat(record.get("photo").get("acceptedBy").asString()).isEqualTo("管理员");
        assertThat(record.get("consent").get("way").asString()).isEqualTo("PAPER");
        var twice =
                browser.post(
                        BATCHES + "/" + id + "/accept",
                        Map.of("positions", List.of(refused.get("position").asInt())));
        assertThat(twice.status()).isEqualTo(409);
    }

    private void crops(int id) throws IOException {
        var names = new ArrayList<String>();
        try (var zip =
                new ZipInputStream(
                        new ByteArrayInputStream(
                                browser.download(BATCHES + "/" + id + "/cut.zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(PictureReader.read(zip.readAllBytes()))
                        .isInstanceOf(PictureReader.Shown.class);
            }
        }
        assertThat(names)
                .as("M-134 crops in a folder cut, named by number")
                .containsExactly("cut/100231.jpg", "cut/100232.jpg");
    }

    @Test
    @DisplayName("M-134 What was cropped comes in a folder cut and is read in again as it is")
    void crops_are_read_in_again() throws IOException {
        int first = upload(zip(Map.of("100233.jpg", Sitters.file(Sitters.GOOD_TOO))), 1 << 20);
        work(first, Map.of("files", 1, "consents", "HOLDER"));
        var cut = browser.download(BATCHES + "/" + first + "/cut.zip");
        int again = upload(cut, 1 << 20);
        work(again, Map.of("files", 1));
        assertThat(files(again, true).getFirst().get("outcome").asString()).isEqualTo("STORED");
    }

    @Test
    @DisplayName("M-137 Without consent on record nothing of a batch is stored")
    void without_consent_nothing_is_stored() throws IOException {
        int id = upload(zip(Map.of("100235.jpg", Sitters.file(Sitters.GOOD))), 1 << 20);
        work(id, Map.of("files", 0));
        assertThat(files(id, true).getFirst().get("outcome").asString()).isEqualTo("NO_CONSENT");
    }

    @Test
    @DisplayName("M-137 A part that came twice counts once, one out of order is refused")
    void parts_come_in_order() throws IOException {
        var file = zip(Map.of("100236.jpg", Sitters.file(Sitters.GOOD)));
        int id = browser.post(BATCHES, Map.of("fileName", "x.zip")).json().get("id").asInt();
        var parts = BATCHES + "/" + id + "/parts/";
        assertThat(browser.post(BATCHES + "/" + id + "/start", Map.of("files", 1)).status())
                .isEqualTo(409);
        assertThat(browser.upload(parts + 1, "x", file).status()).isEqualTo(409);
        assertThat(browser.upload(parts + 0, "x", file).status()).isEqualTo(200);
        assertThat(browser.upload(parts + 0, "x", file).status()).isEqualTo(200);
        var job = work(id, Map.of("files", 1, "consents", "HOLDER"));
        assertThat(job.get("state").asString()).isEqualTo("DONE");
        assertThat(browser.upload(parts + 1, "x", file).status()).isEqualTo(409);
        assertThat(files(id, true)).hasSize(1);
    }

    @Test
    @DisplayName("M-137 What is no zip file, or unpacks without end, is refused")
    void hostile_files_are_refused() throws IOException {
        int none = upload("this is no zip".getBytes(StandardCharsets.UTF_8), 1 << 20);
        var job = work(none, Map.of("files", 1));
        assertThat(job.get("state").asString()).isEqualTo("FAILED");
        assertThat(job.toString()).contains("photo-batch-no-zip");
        int bomb = upload(zip(Map.of("100235.jpg", new byte[70 << 20])), 1 << 20);
        assertThat(work(bomb, Map.of("files", 1)).toString()).contains("photo-batch-no-zip");
    }

    @Test
    @DisplayName("M-137 An upload lies sealed on the disk, and is forgotten with its key")
    void an_upload_lies_sealed() throws IOException {
        var file = zip(Map.of("100235.jpg", Sitters.file(Sitters.TURNED)));
        int id = upload(file, 1 << 20);
        var lies = Files.readAllBytes(house.data().resolve("photos/uploads/" + id + "/0"));
        assertThat(new String(lies, StandardCharsets.ISO_8859_1))
                .doesNotContain("100235.jpg")
                .doesNotContain("PK\u0003\u0004");
        var batch = house.bean(BatchTable.class).find(id).orElseThrow();
        house.clock().pass(Batches.KEPT.plusHours(1));
        house.bean(Batches.class).run(java.time.LocalDate.EPOCH);
        house.clock().pass(Batches.KEPT.plusHours(1).negated());
        assertThat(house.data().resolve("photos/uploads/" + id)).doesNotExist();
        assertThat(house.bean(PhotoKeys.class).open(batch.key())).isEmpty();
    }
}
