package onecard.platform.system.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class SessionTest {
    private static final String SESSION = "/api/v1/session";

    private final House house;

    SessionTest(House house) {
        this.house = house;
    }

    @Test
    void who_signs_in_is_told_who_they_are_and_what_they_may_do() {
        house.administrator();
        Browser browser = house.browser();
        JsonNode me = browser.signIn(House.ADMINISTRATOR, House.PASSWORD);
        assertThat(me.get("name").asString()).isEqualTo(House.ADMINISTRATOR);
        assertThat(me.get("language").asString()).isEqualTo("zh-CN");
        assertThat(me.get("zone").asString()).isEqualTo("Asia/Shanghai");
        assertThat(me.get("permissions").toString()).contains("EDIT_OPERATORS", "TOP_UP");
        assertThat(browser.get(SESSION).json()).isEqualTo(me);
    }

    @Test
    void without_a_sign_in_nothing_is_told() {
        Browser.Answer answer = house.browser().get(SESSION);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("type").asString())
                .isEqualTo("urn:onecard:problem:not-signed-in");
    }

    @Test
    void the_cookie_is_hidden_from_scripts_and_from_other_sites() {
        house.administrator();
        Browser browser = house.browser();
        browser.get("/api/v1/setup");
        Browser.Answer answer =
                browser.post(
                        SESSION, Map.of("name", House.ADMINISTRATOR, "password", House.PASSWORD));
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie)
                                .startsWith("ONECARD=")
                                .contains("HttpOnly", "SameSite=Strict", "Path=/"));
    }

    @Test
    void signing_in_gives_a_new_id_whatever_the_browser_came_with() {
        house.administrator();
        Browser browser = house.browser().plant("ONECARD", "chosen-by-a-stranger");
        browser.signIn(House.ADMINISTRATOR, House.PASSWORD);
        String first = browser.cookie("ONECARD").orElseThrow();
        assertThat(first).isNotEqualTo("chosen-by-a-stranger").hasSize(43);
        browser.signIn(House.ADMINISTRATOR, House.PASSWORD);
        assertThat(browser.cookie("ONECARD").orElseThrow()).isNotEqualTo(first);
        Browser old = house.browser().plant("ONECARD", first);
        assertThat(old.get(SESSION).status()).isEqualTo(401);
    }

    @Test
    void the_database_keeps_no_id_that_opens_a_session() {
        Browser browser = house.administrator();
        String id = browser.cookie("ONECARD").orElseThrow();
        assertThat(
                        house.database()
                                .asOwner()
                                .sql("select count(*) from system.session where id_hash = :id")
                                .param("id", id.getBytes(StandardCharsets.UTF_8))
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void signing_out_ends_the_session_for_whoever_kept_the_cookie() {
        Browser browser = house.administrator();
        String id = browser.cookie("ONECARD").orElseThrow();
        assertThat(browser.delete(SESSION).status()).isEqualTo(204);
        assertThat(house.browser().plant("ONECARD", id).get(SESSION).status()).isEqualTo(401);
    }

    @Test
    void a_session_ends_when_nothing_was_done_for_a_while_but_not_before() {
        Browser browser = house.administrator();
        for (int i = 0; i < 3; i++) {
            house.clock().pass(Duration.ofMinutes(14));
            assertThat(browser.get(SESSION).status()).isEqualTo(200);
        }
        house.clock().pass(Duration.ofMinutes(15));
        assertThat(browser.get(SESSION).status()).isEqualTo(401);
    }

    @Test
    void a_session_ends_after_eight_hours_whatever_is_done_in_it() {
        Browser browser = house.administrator();
        for (int i = 0; i < 47; i++) {
            house.clock().pass(Duration.ofMinutes(10));
            assertThat(browser.get(SESSION).status()).as("after %d0 min", i + 1).isEqualTo(200);
        }
        house.clock().pass(Duration.ofMinutes(11));
        assertThat(browser.get(SESSION).status()).isEqualTo(401);
    }

    @Test
    void a_command_without_the_token_of_this_page_is_refused() {
        Browser browser = house.administrator();
        browser.plant("XSRF-TOKEN", "guessed");
        String right = browser.cookie("XSRF-TOKEN").orElseThrow();
        assertThat(right).isEqualTo("guessed");
        Browser stranger =
                house.browser().plant("ONECARD", browser.cookie("ONECARD").orElseThrow());
        Browser.Answer answer =
                stranger.send("PUT", SESSION + "/language", Optional.of(Map.of("language", "en")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("type").asString())
                .isEqualTo("urn:onecard:problem:page-too-old");
    }

    @Test
    void the_language_is_the_operators_from_then_on() {
        Browser browser = house.administrator();
        JsonNode me = browser.put(SESSION + "/language", Map.of("language", "en")).json();
        assertThat(me.get("language").asString()).isEqualTo("en");
        assertThat(browser.get("/api/v1/nothing").json().get("title").asString())
                .isEqualTo("Nothing is here");
        browser.put(SESSION + "/language", Map.of("language", "zh-CN"));
        assertThat(browser.get("/api/v1/nothing").json().get("title").asString())
                .isEqualTo("此处没有内容");
        assertThat(browser.put(SESSION + "/language", Map.of("language", "fr")).status())
                .isEqualTo(422);
    }

    @Test
    void a_session_holds_on_every_node_and_so_after_a_restart() {
        Browser browser = house.administrator();
        String id = browser.cookie("ONECARD").orElseThrow();
        try (House second = house.neighbour()) {
            assertThat(second.browser().plant("ONECARD", id).get(SESSION).status()).isEqualTo(200);
        }
    }
}
