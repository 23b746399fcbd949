package onecard.platform.system.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@PlatformTest
class ProblemsTest {
    private static final String SETTINGS = "/api/v1/settings";

    private final House house;
    private final Browser browser;

    ProblemsTest(House house) {
        this.house = house;
        this.browser = house.administrator();
        browser.put("/api/v1/session/language", Map.of("language", "en"));
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET    | /api/v1/nothing         |                              | 404 | no-such-address
                    GET    | /api/v1/settings/x      |                              | 404 | no-such-address
                    DELETE | /api/v1/settings        |                              | 405 | method-not-allowed
                    PUT    | /api/v1/session/language| {                            | 400 | malformed-body
                    PUT    | /api/v1/session/language|                              | 400 | malformed-body
                    PUT    | /api/v1/session/language| []                           | 400 | malformed-body
                    PUT    | /api/v1/session/language| {"language":5}               | 400 | malformed-body
                    PUT    | /api/v1/session/language| {"language":"en","x":1}      | 400 | malformed-body
                    PUT    | /api/v1/session/language| {}                           | 422 | invalid-fields
                    PUT    | /api/v1/session/language| {"language":"tlh"}           | 422 | invalid-fields
                    GET    | /api/v1/audit?limit=0   |                              | 422 | invalid-fields
                    GET    | /api/v1/audit?limit=501 |                              | 422 | invalid-fields
                    GET    | /api/v1/audit?limit=x   |                              | 400 | wrong-value
                    GET    | /api/v1/audit?after=x   |                              | 400 | wrong-value
                    PATCH  | /api/v1/settings        | {"undoSeconds":1}            | 428 | revision-required
                    PATCH  | /api/v1/operators/999999| {"active":true}              | 428 | revision-required
                    """)
    void whatever_is_wrong_with_a_request_has_a_name(
            String method, String path, String body, int status, String name) {
        Browser.Answer answer =
                browser.send(method, path, body == null ? Optional.of("") : Optional.of(body));
        assertThat(answer.status()).isEqualTo(status);
        assertProblem(answer, name);
    }

    @Test
    void a_wrong_field_is_named_with_its_path() {
        JsonNode problem = browser.patch(SETTINGS, "\"1\"", "{\"undoSeconds\": \"many\"}").json();
        assertThat(problem.get("field").asString()).isEqualTo("undoSeconds");
        JsonNode fields = browser.patch(SETTINGS, "\"1\"", "{\"undoSeconds\": -1}").json();
        assertThat(fields.get("errors").get(0).get("field").asString()).isEqualTo("undoSeconds");
        assertThat(fields.get("errors").get(0).get("message").asString()).contains("0");
    }

    @Test
    void a_page_that_speaks_chinese_gets_chinese_answers_for_fields_too() {
        browser.put("/api/v1/session/language", Map.of("language", "zh-CN"));
        Browser.Answer answer = browser.put("/api/v1/session/language", Map.of("language", ""));
        assertThat(answer.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(answer.json().get("title").asString()).isEqualTo("请检查标记的字段");
        assertThat(answer.json().get("errors").get(0).get("message").asString()).isEqualTo("不能为空");
        assertThat(
                        house.browser()
                                .with("Accept-Language", "zh-TW,zh;q=0.9")
                                .get("/api/v1/session")
                                .json()
                                .get("title")
                                .asString())
                .isEqualTo("未登录");
    }

    @Test
    void a_body_that_is_too_large_is_refused_whether_its_length_is_told_or_not() throws Exception {
        String large = "{\"language\":\"" + "x".repeat(BodyLimit.BODY_MAX_BYTES) + "\"}";
        assertProblem(browser.put("/api/v1/session/language", large), "too-large");
        assertThat(chunked(large)).contains("413", "urn:onecard:problem:too-large");
    }

    @Test
    void another_media_type_is_refused() {
        browser.with("Content-Type", "text/plain");
        Browser.Answer answer = browser.put("/api/v1/session/language", "en");
        assertThat(answer.status()).isEqualTo(415);
        assertProblem(answer, "wrong-media-type");
    }

    @Test
    void bytes_that_are_no_request_get_no_page_of_the_servers_own() throws Exception {
        for (String nonsense :
                new String[] {
                    "GET /api/v1/audit?q=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /a;b=c HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /{x} HTTP/1.1\r\nHost: x\r\n\r\n",
                    "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
                    "BREW /api/v1/session HTTP/1.1\r\nHost: x\r\n\r\n",
                    "nonsense\r\n\r\n"
                }) {
            String answer = raw(nonsense);
            assertThat(answer)
                    .as(nonsense)
                    .startsWith("HTTP/1.1 4")
                    .doesNotContain("Tomcat")
                    .doesNotContain("at org.")
                    .doesNotContain("Exception");
        }
    }

    private static void assertProblem(Browser.Answer answer, String name) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("type").asString()).isEqualTo("urn:onecard:problem:" + name);
        assertThat(problem.get("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception", "onecard.platform", "org.spring");
    }

    private String chunked(String body) throws IOException {
        String token = browser.cookie("XSRF-TOKEN").orElseThrow();
        return raw(
                "PUT /api/v1/session/language HTTP/1.1\r\nHost: x\r\n"
                        + "Cookie: ONECARD="
                        + browser.cookie("ONECARD").orElseThrow()
                        + "; XSRF-TOKEN="
                        + token
                        + "\r\nX-XSRF-TOKEN: "
                        + token
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(body.length())
                        + "\r\n"
                        + body
                        + "\r\n0\r\n\r\n");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
