package onecard.platform.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.people.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhotosTest {
    private static final Map<String, String> AGREED =
            Map.of("givenBy", "GUARDIAN", "guardian", "张父", "way", "PAPER");

    private final House house;
    private final Browser browser;
    private int sitters;
    private PersonId sitter = new PersonId(1);
    private String address = "";

    PhotosTest(House house) {
        this.house = house;
        this.browser = house.administrator();
        browser.put("/api/v1/session/language", Map.of("language", "en"));
    }

    @BeforeEach
    void aSitter() {
        sitter = Sitters.enter(house, "P" + ++sitters, "张三丰");
        address = "/api/v1/people/" + sitter.value();
    }

    private Browser.Answer store(byte[] file) {
        return browser.upload("PUT", address + "/photo", "any.name", file);
    }

    private void agree() {
        assertThat(browser.put(address + "/photo-consent", AGREED).status()).isEqualTo(200);
    }

    private byte[] sealed() {
        return house.database()
                .jdbc()
                .sql("select sealed from photos.portrait where person = :person")
                .param("person", sitter.value())
                .query((row, _) -> row.getBytes("sealed"))
                .single();
    }

    @Test
    @DisplayName("M-135 One photo is stored from the person's page, shown, replaced and removed")
    void one_photo_of_a_person() {
        agree();
        var stored = store(Sitters.file(Sitters.GOOD));
        assertThat(stored.status()).as(stored.text()).isEqualTo(200);
        var photo = stored.json().get("photo");
        assertThat(photo.get("source").asString()).isEqualTo("FILE");
        assertThat(photo.get("flaws").isEmpty()).isTrue();

        var shown = browser.get(address + "/photo");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shown.header("Cache-Control")).contains("no-store").contains("private");
        assertThat(shown.header("ETag")).isEqualTo('"' + photo.get("version").asString() + '"');
        var jpeg = browser.download(address + "/photo");
        assertThat(jpeg).hasSize(photo.get("bytes").asInt()).hasSizeLessThan(50_000);

        var replaced = store(Sitters.file(Sitters.DARK_SKIN)).json().get("photo");
        assertThat(replaced.get("version").asLong()).isGreaterThan(photo.get("version").asLong());

        assertThat(browser.delete(address + "/photo").status()).isEqualTo(204);
        assertThat(browser.get(address + "/photo").status()).isEqualTo(404);
        assertThat(browser.get(address + "/photo-record").json().has("consent")).isTrue();
    }

    @Test
    @DisplayName("M-135 M-138 A preview shows the crop and the reason, and stores nothing")
    void a_preview_stores_nothing() {
        var good = browser.upload(address + "/photo/check", "a.jpg", Sitters.file(Sitters.GOOD));
        assertThat(good.status()).as(good.text()).isEqualTo(200);
        assertThat(good.json().get("passes").asBoolean()).isTrue();
        assertThat(good.json().get("picture").asString()).startsWith("/9j/");
        var far = browser.upload(address + "/photo/check", "b.jpg", Sitters.file(Sitters.FAR));
        assertThat(far.json().get("passes").asBoolean()).isFalse();
        assertThat(far.json().get("acceptable").asBoolean()).isTrue();
        assertThat(far.json().get("flaws").get(0).get("text").asString())
                .isEqualTo("The face is too small. Go closer to the camera.");
        assertThat(browser.get(address + "/photo-record").json().has("photo")).isFalse();
    }

    @Test
    @DisplayName("M-138 A refused photo says why; with the permission it is accepted anyway")
    void a_refused_photo_is_accepted_anyway() {
        agree();
        var refused = store(Sitters.file(Sitters.TURNED));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").asString()).endsWith(":photo-refused");
        assertThat(refused.json().get("acceptable").asBoolean()).isTrue();
        var anyway =
                browser.upload(
                        "PUT",
                        address + "/photo?anyway=true&source=CAMERA",
                        "x",
                        Sitters.file(Sitters.TURNED));
        assertThat(anyway.status()).as(anyway.text()).isEqualTo(200);
        assertThat(anyway.json().get("photo").get("acceptedBy").asString()).isEqualTo("管理员");
        assertThat(anyway.json().get("photo").get("source").asString()).isEqualTo("CAMERA");
        var nobody = Sitters.file(Sitters.GOOD, _ -> Sitters.nobody(640, 480));
        var hopeless = browser.upload("PUT", address + "/photo?anyway=true", "x", nobody);
        assertThat(hopeless.status()).isEqualTo(409);
        assertThat(hopeless.json().get("acceptable").asBoolean()).isFalse();
        assertThat(hopeless.json().get("detail").asString()).startsWith("No face was found");
    }

    @Test
    @DisplayName("Without consent no photo is stored; withdrawn, it is gone")
    void without_consent_no_photo_is_stored() {
        var refused = store(Sitters.file(Sitters.GOOD));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").asString()).endsWith(":photo-without-consent");
        agree();
        var consent = browser.get(address + "/photo-record").json().get("consent");
        assertThat(consent.get("guardian").asString()).isEqualTo("张父");
        assertThat(consent.get("notedBy").asString()).isEqualTo("管理员");
        assertThat(store(Sitters.file(Sitters.GOOD)).status()).isEqualTo(200);
        assertThat(browser.delete(address + "/photo-consent").status()).isEqualTo(204);
        var after = browser.get(address + "/photo-record").json();
        assertThat(after.has("consent")).isFalse();
        assertThat(after.has("photo")).isFalse();
        assertThat(store(Sitters.file(Sitters.GOOD)).status()).isEqualTo(409);
    }

    @Test
    @DisplayName(
            "A database backup older than the withdrawal, with today's keys, yields no picture")
    void an_old_backup_yields_no_picture() {
        agree();
        store(Sitters.file(Sitters.GOOD));
        var photos = house.bean(Photos.class);
        var backup = photos.portrait(sitter).orElseThrow();
        assertThat(photos.open(backup)).isPresent();
        assertThat(new String(sealed(), StandardCharsets.ISO_8859_1))
                .doesNotContain("JFIF")
                .doesNotContain("\u00FF\u00D8\u00FF");
        browser.delete(address + "/photo-consent");
        assertThat(photos.open(backup)).isEmpty();
        agree();
        store(Sitters.file(Sitters.GOOD));
        var now = photos.portrait(sitter).orElseThrow();
        assertThat(now.key()).isNotEqualTo(backup.key());
        assertThat(photos.open(now)).isPresent();
        assertThat(photos.open(backup)).isEmpty();
    }

    @Test
    @DisplayName("A key that a crash left behind is destroyed the next night")
    void a_key_left_behind_is_destroyed_the_next_night() {
        agree();
        store(Sitters.file(Sitters.GOOD));
        var backup = house.bean(Photos.class).portrait(sitter).orElseThrow();
        house.database()
                .jdbc()
                .sql("update photos.key set doomed_at = made_at where no = :no")
                .param("no", backup.key())
                .update();
        assertThat(house.bean(Photos.class).open(backup)).isPresent();
        var keys = house.bean(PhotoKeys.class);
        keys.run(java.time.LocalDate.EPOCH);
        assertThat(house.bean(Photos.class).open(backup)).isEmpty();
    }

    @Test
    @DisplayName("A portrait in another's row does not open")
    void a_portrait_in_anothers_row_does_not_open() {
        agree();
        store(Sitters.file(Sitters.GOOD));
        var key =
                house.bean(PhotoKeys.class)
                        .open(house.bean(Photos.class).portrait(sitter).orElseThrow().key());
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PhotoSeal.open(
                                key.orElseThrow().bytes(),
                                StoredPortrait.what(new PersonId(999_999)),
                                sealed()));
    }

    @Test
    @DisplayName("Every view and every change of a photo is in the audit trail")
    void every_view_and_change_is_in_the_audit_trail() {
        agree();
        store(Sitters.file(Sitters.GOOD));
        browser.get(address + "/photo");
        browser.delete(address + "/photo");
        browser.delete(address + "/photo-consent");
        var lines = browser.get("/api/v1/audit?q=P" + sitters + "%20&limit=10").json().get("items");
        assertThat(lines.valueStream().map(line -> line.get("action").asString()).toList())
                .isEqualTo(
                        List.of(
                                "photos.consent-withdrawn",
                                "photos.photo-removed",
                                "photos.photo-seen",
                                "photos.photo-stored",
                                "photos.consent-given",
                                "people.person-added"));
        assertThat(lines.get(3).get("text").asString()).isEqualTo("Photo stored");
    }

    @Test
    @DisplayName("M-135 Looking, taking and accepting are permissions of their own")
    void photos_need_permissions() {
        assertThat(house.browser().get(address + "/photo").status()).isEqualTo(401);
        agree();
        store(Sitters.file(Sitters.GOOD));
        var made =
                browser.post(
                        "/api/v1/operators",
                        Map.of(
                                "name",
                                "clerk" + sitters,
                                "displayName",
                                "办事员",
                                "password",
                                "first-and-only-once",
                                "roles",
                                List.of("CLERK")));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var clerk = house.browser();
        clerk.signIn("clerk" + sitters, "first-and-only-once");
        clerk.put(
                "/api/v1/session/password",
                Map.of("old", "first-and-only-once", "password", "my-own-words-2"));
        assertThat(clerk.get(address + "/photo").status()).isEqualTo(200);
        var anyway =
                clerk.upload(
                        "PUT", address + "/photo?anyway=true", "x", Sitters.file(Sitters.TURNED));
        assertThat(anyway.status()).isEqualTo(403);
    }
}
