package onecard.platform.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PhotoLinksTest {
    private static final String PHOTO =
            "/api/v1/photo-link/photo?givenBy=GUARDIAN&guardian=%E7%88%B6";
    private static final String JPEG = "image/jpeg";

    private final House house;
    private final Browser clerk;
    private int sitters;
    private String address = "";

    PhotoLinksTest(House house) {
        this.house = house;
        this.clerk = house.administrator();
    }

    @BeforeEach
    void aSitter() {
        var id = Sitters.enter(house, "L" + ++sitters, "张三丰");
        address = "/api/v1/people/" + id.value();
    }

    private String link() {
        var made =
                clerk.post(
                        address + "/photo-link",
                        Map.of("origin", "https://canteen.example:8443", "hours", 24));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().get("qr").get("path").asString()).startsWith("M4 4h7v1h-7z");
        var url = made.json().get("url").asString();
        assertThat(url).startsWith("https://canteen.example:8443/phone-photo#");
        return url.substring(url.indexOf('#') + 1);
    }

    private Browser phone(String secret) {
        var phone = house.browser();
        phone.get("/api/v1/setup");
        return phone.with("X-Photo-Link", secret);
    }

    @Test
    @Order(1)
    @DisplayName("M-132 A one-time link takes a photo from the phone straight into the record")
    void a_link_takes_a_photo_into_the_record() {
        var phone = phone(link());
        var page = phone.post("/api/v1/photo-link/open", Map.of());
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.json().get("name").asString()).isEqualTo("张*丰");
        assertThat(page.json().get("consentNeeded").asBoolean()).isTrue();
        assertThat(page.text()).doesNotContain("L1").doesNotContain("张三丰");

        var far = phone.bytes("POST", "/api/v1/photo-link/check", JPEG, Sitters.file(Sitters.FAR));
        assertThat(far.json().get("passes").asBoolean()).isFalse();
        assertThat(phone.bytes("PUT", PHOTO, JPEG, Sitters.file(Sitters.FAR)).status())
                .isEqualTo(409);
        var silent =
                phone.bytes("PUT", "/api/v1/photo-link/photo", JPEG, Sitters.file(Sitters.GOOD));
        assertThat(silent.json().get("type").asString()).endsWith(":photo-without-consent");

        var taken = phone.bytes("PUT", PHOTO, JPEG, Sitters.file(Sitters.GOOD));
        assertThat(taken.status()).as(taken.text()).isEqualTo(204);
        var kept = clerk.get(address + "/photo-record").json();
        assertThat(kept.get("photo").get("source").asString()).isEqualTo("PHONE");
        assertThat(kept.get("consent").get("way").asString()).isEqualTo("PHONE");
        assertThat(kept.get("consent").get("guardian").asString()).isEqualTo("父");

        var again = phone.bytes("PUT", PHOTO, JPEG, Sitters.file(Sitters.GOOD));
        assertThat(again.status()).isEqualTo(410);
        assertThat(phone.post("/api/v1/photo-link/open", Map.of()).status()).isEqualTo(410);
    }

    @Test
    @Order(2)
    @DisplayName("M-132 A link is for one person, hashed, and ends by a newer one or a recall")
    void a_link_ends() {
        var first = link();
        var second = link();
        assertThat(phone(first).post("/api/v1/photo-link/open", Map.of()).status()).isEqualTo(410);
        assertThat(phone(second).post("/api/v1/photo-link/open", Map.of()).status()).isEqualTo(200);
        assertThat(clerk.delete(address + "/photo-link").status()).isEqualTo(204);
        assertThat(phone(second).post("/api/v1/photo-link/open", Map.of()).status()).isEqualTo(410);
        var third = link();
        long known =
                house.database()
                        .jdbc()
                        .sql("select count(*) from photos.link where digest = :secret")
                        .param("secret", third.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query(Long.class)
                        .single();
        assertThat(known).isZero();
    }

    @Test
    @Order(3)
    @DisplayName("M-132 A link takes at most 20 tries, and no body longer than a megabyte")
    void a_link_takes_some_tries() {
        var phone = phone(link());
        assertThat(phone.bytes("PUT", PHOTO, JPEG, new byte[(1 << 20) + 1]).status())
                .isEqualTo(413);
        for (int i = 0; i < Links.TRIES_MAX; i++) {
            assertThat(phone.bytes("POST", "/api/v1/photo-link/check", JPEG, new byte[10]).status())
                    .isEqualTo(200);
        }
        assertThat(phone.bytes("PUT", PHOTO, JPEG, Sitters.file(Sitters.GOOD)).status())
                .isEqualTo(410);
    }

    @Test
    @Order(4)
    @DisplayName("M-132 An address that tries secrets is kept away for ten minutes")
    void who_tries_secrets_is_kept_away() {
        var good = link();
        var stranger = phone("no-such-secret");
        int status = 0;
        for (int i = 0; i <= LinkGuard.WRONG_MAX && status != 429; i++) {
            status = stranger.post("/api/v1/photo-link/open", Map.of()).status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(phone(good).post("/api/v1/photo-link/open", Map.of()).status()).isEqualTo(429);
        house.clock().pass(Duration.ofMinutes(11));
        assertThat(phone(good).post("/api/v1/photo-link/open", Map.of()).status()).isEqualTo(200);
    }

    @Test
    @Order(5)
    @DisplayName("M-132 A link that is too old opens nothing")
    void a_link_grows_old() {
        var phone = phone(link());
        house.clock().pass(Duration.ofHours(23));
        assertThat(phone.post("/api/v1/photo-link/open", Map.of()).status()).isEqualTo(200);
        house.clock().pass(Duration.ofHours(2));
        assertThat(phone.post("/api/v1/photo-link/open", Map.of()).status()).isEqualTo(410);
    }
}
