package onecard.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import onecard.vocabulary.Refusal;
import onecard.wire.Decoded.Understood;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The published vectors are what the codec says and what it understands; a second library and the
/// published CDDL agree.
class PublishedVectorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Cddl cddl = Cddl.published();
    private final AnyMessage any = new AnyMessage(new Random(1));

    @Test
    void the_file_is_what_the_codec_says() throws IOException {
        List<JsonNode> expected = new ArrayList<>();
        Vectors.requests().forEach(vector -> expected.add(described(vector)));
        Vectors.answers().forEach(vector -> expected.add(described(vector)));
        ObjectNode file = JSON.createObjectNode();
        file.put("about", "Test vectors of docs/reference/terminal-protocol.md");
        file.putArray("vectors").addAll(expected);
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
        Files.writeString(Path.of("target", "terminal-protocol-vectors.json"), text);
        assertThat(new String(published(), StandardCharsets.UTF_8))
                .as("after a wanted change, copy target/terminal-protocol-vectors.json over it")
                .isEqualTo(text);
    }

    @Test
    void every_vector_is_understood_and_fits_the_cddl() throws IOException {
        List<Vectors.Vector> vectors = new ArrayList<>(Vectors.requests());
        vectors.addAll(Vectors.answers());
        int at = 0;
        for (JsonNode vector : JSON.readTree(published()).get("vectors")) {
            byte[] body = HexFormat.of().parseHex(vector.get("hex").asString());
            Resource resource = Resource.of(vector.get("path").asString()).orElseThrow();
            assertThat((Object) decoded(vector, resource, body))
                    .as(vector.get("name").asString())
                    .isEqualTo(new Understood<>(vectors.get(at++).message()));
            if (vector.has("cddl")) {
                CBORObject read = CBORObject.DecodeFromBytes(body);
                assertThat(read.toString()).isEqualTo(vector.get("diagnostic").asString());
                assertThat(cddl.mismatch(vector.get("cddl").asString(), read)).isEmpty();
            }
        }
        assertThat(at).isEqualTo(vectors.size());
    }

    @Test
    void the_reference_shows_every_vector() throws IOException {
        String reference = Files.readString(Cddl.Published.file("terminal-protocol.md"));
        for (JsonNode vector : JSON.readTree(published()).get("vectors")) {
            assertThat(reference).contains("`" + vector.get("name").asString() + "`");
        }
    }

    @DisplayName("D-51 the reference names every refusal with its code")
    @ParameterizedTest
    @EnumSource
    void the_reference_names_every_refusal_with_its_code(Refusal refusal) throws IOException {
        assertThat(Files.readString(Cddl.Published.file("terminal-protocol.md")))
                .contains("| %d | %s |".formatted(refusal.code(), refusal));
    }

    private static Decoded<?> decoded(JsonNode vector, Resource resource, byte[] body) {
        if (!vector.has("code")) {
            List<String> query = new ArrayList<>();
            vector.path("query").forEach(option -> query.add(option.asString()));
            return Codec.decodeRequest(resource, query, body);
        }
        int value = code(vector.get("code").asString()).value();
        Duration maxAge = Duration.ofSeconds(vector.path("maxAge").asLong(60));
        return Codec.decodeAnswer(resource, value, maxAge, body);
    }

    private static Code code(String written) {
        return Stream.of(Code.values())
                .filter(code -> code.toString().equals(written))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode described(Vectors.Vector vector) {
        byte[] body = Codec.encode(vector.message());
        ObjectNode node = JSON.createObjectNode();
        node.put("name", vector.name()).put("meaning", vector.meaning());
        switch (vector.message()) {
            case Request request -> {
                Resource resource = Codec.resource(request);
                node.put("method", resource.method().name()).put("path", resource.path());
                if (!Codec.query(request).isEmpty()) {
                    Codec.query(request).forEach(node.putArray("query")::add);
                }
                hex(node, Cddl.ruleOfRequest(resource), body);
            }
            case Failure failure -> {
                node.put("code", Codec.code(failure).toString())
                        .put("path", Resource.PURCHASE.path());
                Codec.maxAge(failure).ifPresent(age -> node.put("maxAge", age.toSeconds()));
                node.put("hex", HexFormat.of().formatHex(body))
                        .put("text", new String(body, StandardCharsets.UTF_8));
            }
            case Answer answer -> {
                Resource resource = any.resourceOf(answer);
                node.put("code", Codec.code(answer).toString()).put("path", resource.path());
                hex(node, Cddl.ruleOfAnswer(resource), body);
            }
        }
        return node;
    }

    private static void hex(ObjectNode node, String rule, byte[] body) {
        node.put("hex", HexFormat.of().formatHex(body));
        if (body.length > 0) {
            node.put("cddl", rule).put("diagnostic", CBORObject.DecodeFromBytes(body).toString());
        }
    }

    private static byte[] published() throws IOException {
        return Files.readAllBytes(Cddl.Published.file("terminal-protocol-vectors.json"));
    }
}
