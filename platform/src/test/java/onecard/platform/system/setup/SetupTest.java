package onecard.platform.system.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.system.FirstRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// One story, told in its order: a first run happens once.
@PlatformTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetupTest {
    private static final String ADMINISTRATOR = "/api/v1/setup/administrator";

    private final House house;
    private final FirstRun firstRun;

    SetupTest(House house) {
        this.house = house;
        this.firstRun = house.bean(FirstRun.class);
    }

    @Test
    @Order(1)
    void a_fresh_platform_lets_nobody_in_and_asks_for_an_administrator() {
        Browser browser = house.browser();
        assertThat(browser.get("/api/v1/setup").text())
                .isEqualTo("{\"needed\":true,\"step\":\"ADMINISTRATOR\"}");
        for (String password : new String[] {"", "123456", "admin", "password"}) {
            assertThat(
                            browser.post(
                                            "/api/v1/session",
                                            Map.of("name", "Admin", "password", password))
                                    .status())
                    .isEqualTo(401);
        }
        assertThat(make("anything").json().get("type").asString())
                .isEqualTo("urn:onecard:problem:setup-secret-over");
    }

    @Test
    @Order(2)
    void the_secret_lies_in_a_file_that_only_its_owner_reads() throws Exception {
        FirstRun.Invitation invitation = firstRun.invite().orElseThrow();
        assertThat(invitation.secret()).hasSize(20);
        assertThat(Files.readString(invitation.file()).strip()).isEqualTo(invitation.secret());
        assertThat(Files.getPosixFilePermissions(invitation.file()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    @Order(3)
    void a_wrong_secret_is_refused_and_ten_of_them_end_the_right_one() {
        String secret = firstRun.invite().orElseThrow().secret();
        for (int i = 0; i < SetupSecret.TRIES_MAX; i++) {
            assertThat(make("abcdefghjkmnpqrstuvw").json().get("type").asString())
                    .isEqualTo("urn:onecard:problem:setup-secret-wrong");
        }
        assertThat(make(secret).json().get("type").asString())
                .isEqualTo("urn:onecard:problem:setup-secret-over");
    }

    @Test
    @Order(4)
    void after_half_an_hour_the_secret_is_refused_and_its_file_is_gone() {
        FirstRun.Invitation invitation = firstRun.invite().orElseThrow();
        house.clock().pass(SetupSecret.VALID);
        assertThat(make(invitation.secret()).status()).isEqualTo(403);
        assertThat(invitation.file()).doesNotExist();
    }

    @Test
    @Order(5)
    void handed_on_by_a_proxy_the_secret_is_refused() {
        String secret = firstRun.invite().orElseThrow().secret();
        Browser browser = house.browser().with("X-Forwarded-For", "192.0.2.7");
        browser.get("/api/v1/setup");
        assertThat(make(browser, secret, House.PASSWORD).json().get("type").asString())
                .isEqualTo("urn:onecard:problem:setup-not-here");
    }

    @Test
    @Order(6)
    @DisplayName(
            "M-064 the first administrator is made with the secret and a password of one's own, once")
    void the_first_administrator_is_made_once() {
        FirstRun.Invitation invitation = firstRun.invite().orElseThrow();
        assertThat(make(house.browser(), invitation.secret(), "").status()).isEqualTo(403);
        Browser browser = house.browser();
        browser.get("/api/v1/setup");
        assertThat(make(browser, invitation.secret(), "").status()).isEqualTo(422);
        assertThat(make(browser, invitation.secret(), "password12").status()).isEqualTo(422);
        assertThat(make(browser, invitation.secret(), House.PASSWORD).status()).isEqualTo(204);
        assertThat(invitation.file()).doesNotExist();
        assertThat(make(invitation.secret()).status()).isEqualTo(403);
        assertThat(firstRun.invite()).isEmpty();
        assertThat(browser.signIn("Admin", House.PASSWORD).get("permissions")).isNotEmpty();
    }

    @Test
    @Order(7)
    @DisplayName("M-062 then the unit's full name is asked for, and carried from then on")
    void then_the_unit_is_named() {
        Browser browser = house.browser();
        browser.signIn("Admin", House.PASSWORD);
        assertThat(browser.get("/api/v1/setup").json().get("step").asString()).isEqualTo("UNIT");
        Map<String, Object> unit =
                Map.of("unitName", "晨光实验学校", "wording", "SCHOOL", "zone", "Asia/Urumqi");
        assertThat(browser.post("/api/v1/setup/unit", Map.of()).status()).isEqualTo(422);
        assertThat(browser.post("/api/v1/setup/unit", unit).status()).isEqualTo(204);
        assertThat(browser.get("/api/v1/setup").text())
                .isEqualTo("{\"needed\":false,\"step\":\"DONE\"}");
        assertThat(browser.get("/api/v1/session").json().get("unitName").asString())
                .isEqualTo("晨光实验学校");
        assertThat(browser.get("/api/v1/session").json().get("zone").asString())
                .isEqualTo("Asia/Urumqi");
        assertThat(house.browser().post("/api/v1/setup/unit", unit).status())
                .as("nobody else names it")
                .isIn(401, 403);
    }

    private Browser.Answer make(String secret) {
        Browser browser = house.browser();
        browser.get("/api/v1/setup");
        return make(browser, secret, House.PASSWORD);
    }

    private static Browser.Answer make(Browser browser, String secret, String password) {
        return browser.post(
                ADMINISTRATOR, Map.of("secret", secret, "name", "Admin", "password", password));
    }
}
