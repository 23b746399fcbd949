package onecard.platform.system.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API is committed, so that every change to it is seen, and the console's
/// client is generated from what is committed. `./onecard fix` writes it anew.
@PlatformTest
class ApiDocumentTest {
    private static final Path COMMITTED = Path.of("../docs/reference/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private final JsonNode api;

    ApiDocumentTest(House house) {
        this.api = JSON.readTree(house.administrator().get("/api/v1/openapi.json").text());
    }

    @Test
    void the_committed_description_is_what_the_controllers_say() throws IOException {
        String now = JSON.writeValueAsString(JSON.treeToValue(api, Object.class)) + "\n";
        if (Boolean.getBoolean("documents.write") || Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, now);
        }
        assertThat(Files.readString(COMMITTED))
                .as("not up to date; run ./onecard fix")
                .isEqualTo(now);
    }

    @Test
    void it_is_openapi_3_1_and_every_operation_has_its_own_stable_name() {
        assertThat(api.get("openapi").asString()).startsWith("3.1");
        List<String> names = new ArrayList<>();
        api.get("paths")
                .forEach(path ->
                        path.forEach(
                                operation -> names.add(operation.get("operationId").asString())));
        assertThat(names)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .noneMatch(each -> each.contains("_"));
    }

    @Test
    void what_is_always_there_is_required_and_what_may_be_absent_is_not() {
        JsonNode me = api.get("components").get("schemas").get("Me");
        List<String> required = me.get("required").valueStream().map(JsonNode::asString).toList();
        assertThat(required)
                .contains("operatorId", "permissions", "zone")
                .doesNotContain("merchants");
        assertThat(me.get("properties").get("merchants").get("type").asString()).isEqualTo("array");
        assertThat(api.at("/components/schemas/RuleItem/required").valueStream())
                .as("what a record takes in from another is required as there")
                .extracting(JsonNode::asString)
                .contains("id", "name", "groups")
                .doesNotContain("price");
    }

    @Test
    void a_text_of_which_all_words_are_known_says_them() {
        List<String> words = words("LiveRow", "result", "enum");
        assertThat(words).contains("TAKEN", "COUNT_LIMIT").doesNotHaveDuplicates();
        assertThat(words("CardRow", "state", "enum")).contains("ISSUED", "LOST", "EXPIRED");
        assertThat(words("Me", "language", "enum")).containsExactly("zh-CN", "en");
    }

    @Test
    void what_a_change_may_take_away_may_be_null() {
        assertThat(words("PersonPatch", "groupId", "type")).containsExactly("integer", "null");
        assertThat(api.at("/components/schemas/PersonPatch/properties/name/type").asString())
                .isEqualTo("string");
    }

    private List<String> words(String shape, String property, String what) {
        return api.at("/components/schemas/" + shape + "/properties/" + property + "/" + what)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void every_operation_that_needs_a_permission_says_which() {
        assertThat(api.get("paths").get("/api/v1/audit").get("get").get("x-permission").asString())
                .isEqualTo("SEE_AUDIT");
    }
}
