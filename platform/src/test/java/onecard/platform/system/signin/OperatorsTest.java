package onecard.platform.system.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.system.Permission;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@PlatformTest
class OperatorsTest {
    private static final String OPERATORS = "/api/v1/operators";
    private static final String SECRET = "a-Quiet-morning-7";

    private final House house;
    private final Browser administrator;

    OperatorsTest(House house) {
        this.house = house;
        this.administrator = house.administrator();
    }

    @Test
    @DisplayName(
            "M-006 an operator may do what the roles permit, and what is not permitted is refused by the server")
    void roles_permit() {
        hire("clerk-1", "CLERK");
        Browser clerk = own("clerk-1");
        JsonNode me = clerk.get("/api/v1/session").json();
        assertThat(me.get("permissions").toString())
                .contains("TOP_UP", "HANDLE_CARDS")
                .doesNotContain("SEE_AUDIT", "EDIT_SETTINGS");
        Browser.Answer refused = clerk.get("/api/v1/audit");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("type").asString())
                .isEqualTo("urn:onecard:problem:not-permitted");
        assertThat(administrator.get("/api/v1/audit").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("M-006 what an operator may do is changed by an administrator, at once")
    void permissions_change_at_once() {
        JsonNode hired = hire("clerk-2", "CLERK").json();
        Browser clerk = own("clerk-2");
        assertThat(clerk.get("/api/v1/settings").status()).isEqualTo(403);
        administrator.patch(
                OPERATORS + "/" + hired.get("id").asInt(),
                revision("clerk-2"),
                Map.of("roles", List.of("CLERK", "MANAGER")));
        assertThat(clerk.get("/api/v1/settings").status()).isEqualTo(200);
        administrator.patch(
                OPERATORS + "/" + hired.get("id").asInt(),
                revision("clerk-2"),
                Map.of("active", false));
        assertThat(clerk.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("M-007 a password that somebody else chose must be changed before anything else")
    void a_given_password_must_be_changed() {
        hire("clerk-3", "MANAGER");
        Browser clerk = house.browser();
        JsonNode me = clerk.signIn("clerk-3", SECRET);
        assertThat(me.get("mustChangePassword").asBoolean()).isTrue();
        Browser.Answer refused = clerk.get("/api/v1/settings");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("type").asString())
                .isEqualTo("urn:onecard:problem:password-change-needed");
        assertThat(change(clerk, "not the old one", "another-Quiet-morning-8").status())
                .isEqualTo(401);
        assertThat(change(clerk, SECRET, SECRET).status()).isEqualTo(422);
        assertThat(change(clerk, SECRET, "another-Quiet-morning-8").status()).isEqualTo(204);
        assertThat(clerk.get("/api/v1/settings").status()).isEqualTo(200);
    }

    @Test
    void a_changed_password_signs_everybody_else_out() {
        hire("clerk-4", "CLERK");
        Browser first = own("clerk-4");
        Browser second = house.browser();
        second.signIn("clerk-4", "own " + SECRET);
        assertThat(change(second, "own " + SECRET, "a third Quiet morning").status())
                .isEqualTo(204);
        assertThat(first.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(second.get("/api/v1/session").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "1234567890",
                "password123",
                "qwertyuiop",
                "aaaaaaaaaaaa",
                "clerk-55555",
                "P@ssw0rd1234"
            })
    @DisplayName("M-007 an easy password is refused")
    void an_easy_password_is_refused(String password) {
        Browser.Answer answer =
                administrator.post(
                        OPERATORS,
                        Map.of(
                                "name",
                                "clerk-5",
                                "displayName",
                                "Clerk",
                                "password",
                                password,
                                "roles",
                                List.of("CLERK")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").get(0).get("field").asString())
                .isEqualTo("password");
    }

    @Test
    void the_last_administrator_stays() {
        Browser.Answer answer =
                administrator.patch(
                        OPERATORS + "/1", revision(House.ADMINISTRATOR), Map.of("active", false));
        assertThat(answer.json().get("type").asString())
                .isEqualTo("urn:onecard:problem:last-administrator");
        assertThat(administrator.get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void an_edit_of_what_was_changed_meanwhile_is_refused() {
        JsonNode hired = hire("clerk-6", "CLERK").json();
        String path = OPERATORS + "/" + hired.get("id").asInt();
        String seen = revision("clerk-6");
        assertThat(administrator.patch(path, seen, Map.of("displayName", "A")).status())
                .isEqualTo(200);
        Browser.Answer late = administrator.patch(path, seen, Map.of("displayName", "B"));
        assertThat(late.status()).isEqualTo(412);
        administrator.without("If-Match");
        assertThat(
                        administrator
                                .send("PATCH", path, Optional.of(Map.of("displayName", "C")))
                                .status())
                .isEqualTo(428);
    }

    @Test
    void a_name_is_taken_whatever_its_case() {
        hire("Taken", "CLERK");
        assertThat(hire("tAKEN", "CLERK").status()).isEqualTo(422);
    }

    @Test
    void the_administrator_has_every_permission_and_no_role_has_one_that_does_not_exist() {
        List<String> all = Arrays.stream(Permission.values()).map(Enum::name).toList();
        for (JsonNode role : administrator.get("/api/v1/roles").json().get("items")) {
            List<String> permissions =
                    role.get("permissions").valueStream().map(JsonNode::asString).toList();
            assertThat(all).containsAll(permissions);
            if (role.get("name").asString().equals("ADMINISTRATOR")) {
                assertThat(permissions).containsExactlyInAnyOrderElementsOf(all);
            }
        }
    }

    @Test
    void an_operator_of_some_merchants_is_told_which() {
        administrator.post(
                OPERATORS,
                Map.of(
                        "name",
                        "canteen-1",
                        "displayName",
                        "一食堂",
                        "password",
                        SECRET,
                        "roles",
                        List.of("MANAGER"),
                        "merchants",
                        List.of(3, 1)));
        JsonNode me = house.browser().signIn("canteen-1", SECRET);
        assertThat(me.get("merchants").toString()).isEqualTo("[1,3]");
        assertThat(administrator.get("/api/v1/session").json().has("merchants")).isFalse();
    }

    private Browser.Answer hire(String name, String role) {
        return administrator.post(
                OPERATORS,
                Map.of(
                        "name",
                        name,
                        "displayName",
                        "Somebody",
                        "password",
                        SECRET,
                        "roles",
                        List.of(role)));
    }

    /// Signs in and sets a password of one's own.
    private Browser own(String name) {
        Browser browser = house.browser();
        browser.signIn(name, SECRET);
        assertThat(change(browser, SECRET, "own " + SECRET).status()).isEqualTo(204);
        return browser;
    }

    private static Browser.Answer change(Browser browser, String old, String password) {
        return browser.put("/api/v1/session/password", Map.of("old", old, "password", password));
    }

    private String revision(String name) {
        for (JsonNode operator : administrator.get(OPERATORS).json().get("items")) {
            if (operator.get("name").asString().equals(name)) {
                return "\"" + operator.get("revision").asLong() + "\"";
            }
        }
        throw new AssertionError("No operator " + name);
    }
}
