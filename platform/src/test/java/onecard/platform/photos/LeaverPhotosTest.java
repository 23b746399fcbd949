package onecard.platform.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.people.Departments;
import onecard.platform.people.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaverPhotosTest {
    private static final String PARAMETERS = "/api/v1/photo-parameters";

    private final House house;
    private final Photos photos;
    private Browser browser;
    private int sitters;
    private PersonId sitter = new PersonId(1);

    LeaverPhotosTest(House house) {
        this.house = house;
        this.photos = house.bean(Photos.class);
        this.browser = house.administrator();
    }

    @BeforeEach
    void a_sitter_with_a_photo() {
        browser = house.administrator();
        sitter = Sitters.enter(house, "L" + ++sitters, "李毕业");
        photoOf(sitter);
    }

    private void photoOf(PersonId person) {
        house.asAdministrator(() -> {
            photos.agree(person, Consent.Giver.HOLDER, Optional.empty(), Consent.Way.PAPER);
            house.bean(PhotoDesk.class)
                    .store(person, Sitters.file(Sitters.GOOD), Source.FILE, false);
            return true;
        });
    }

    private void leaves() {
        var reasons = browser.get("/api/v1/people-choices").json().get("leavingReasons");
        Browser.Answer left =
                browser.post(
                        "/api/v1/archive",
                        Map.of(
                                "personIds",
                                List.of(sitter.value()),
                                "reasonId",
                                reasons.get(0).get("id").asInt()));
        assertThat(left.status()).as(left.text()).isLessThan(300);
    }

    private void comesBack() {
        Browser.Answer back =
                browser.post(
                        "/api/v1/archive/" + sitter.value() + "/re-entry",
                        Map.of("departmentId", house.bean(Departments.class).root().id().value()));
        assertThat(back.status()).as(back.text()).isLessThan(300);
    }

    private void keeps(int days) {
        browser = house.administrator();
        browser.with("If-Match", browser.get(PARAMETERS).header("ETag"));
        Browser.Answer changed = browser.put(PARAMETERS, Map.of("leaverDays", days));
        browser.without("If-Match");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    private void nights(int days) {
        house.clock().pass(Duration.ofDays(days));
        house.bean(LeaverPhotos.class).run(LocalDate.EPOCH);
    }

    @Test
    @DisplayName("Thirty days after somebody left, portrait, consent and key are gone for good")
    void after_thirty_days_it_is_gone() {
        var stays = Sitters.enter(house, "S" + sitters, "李毕业");
        photoOf(stays);
        var backup = photos.portrait(sitter).orElseThrow();
        leaves();
        nights(29);
        assertThat(photos.open(backup)).isPresent();
        nights(2);
        assertThat(photos.portrait(sitter)).isEmpty();
        assertThat(photos.consent(sitter)).isEmpty();
        assertThat(photos.open(backup)).as("a backup with today's keys").isEmpty();
        assertThat(photos.portrait(stays)).isPresent();
        nights(1);
        browser = house.administrator();
        var lines = browser.get("/api/v1/audit?q=L" + sitters + "%20&limit=10").json().get("items");
        assertThat(lines.valueStream().map(line -> line.get("action").asString()).toList())
                .as("once, however many nights pass")
                .containsOnlyOnce("photos.photo-of-leaver-erased");
        comesBack();
        assertThat(photos.consent(sitter)).as("who comes back is asked anew").isEmpty();
    }

    @Test
    @DisplayName("Who came back in time keeps the portrait")
    void who_came_back_keeps_it() {
        leaves();
        comesBack();
        nights(31);
        assertThat(photos.portrait(sitter)).isPresent();
        assertThat(photos.consent(sitter)).isPresent();
    }

    @Test
    @DisplayName("How many days is a parameter, changed and audited; none is the night after")
    void the_days_are_a_parameter() {
        assertThat(browser.get(PARAMETERS).json().get("leaverDays").asInt()).isEqualTo(30);
        keeps(0);
        leaves();
        nights(1);
        assertThat(photos.portrait(sitter)).isEmpty();
        keeps(30);
        browser.with("If-Match", "\"1\"");
        assertThat(browser.put(PARAMETERS, Map.of("leaverDays", 366)).status()).isBetween(400, 422);
        assertThat(browser.put(PARAMETERS, Map.of("leaverDays", 5)).status()).isEqualTo(412);
        browser.without("If-Match");
        var line = browser.get("/api/v1/audit?limit=1").json().get("items").get(0);
        assertThat(line.get("action").asString()).isEqualTo("photos.parameters-changed");
    }
}
