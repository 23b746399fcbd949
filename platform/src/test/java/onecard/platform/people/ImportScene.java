package onecard.platform.people;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import onecard.platform.Browser;
import onecard.platform.House;
import tools.jackson.databind.JsonNode;

/// Imports as the console does them: upload, columns, preview, write, undo.
final class ImportScene {
    private static final Duration SOON = Duration.ofSeconds(90);

    private final Browser browser;

    ImportScene(House house) {
        browser = house.administrator();
        browser.put("/api/v1/session/language", Map.of("language", "en"));
    }

    Browser browser() {
        return browser;
    }

    /// Uploads a file and returns the import.
    JsonNode upload(String kind, String name, byte[] file) {
        var answer = browser.upload("/api/v1/imports?kind=" + kind, name, file);
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        return answer.json();
    }

    JsonNode upload(String kind, String csv) {
        return upload(kind, "table.csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// Has every row judged with the columns proposed.
    JsonNode check(JsonNode uploaded, String mode) {
        return check(uploaded, mode, uploaded.get("choice").get("columns"));
    }

    JsonNode check(JsonNode uploaded, String mode, Object columns) {
        int id = uploaded.get("id").asInt();
        var job =
                done(
                        browser.post(
                                "/api/v1/imports/" + id + "/check",
                                Map.of(
                                        "columns", columns,
                                        "mode", mode,
                                        "firstRow",
                                                uploaded.get("choice").get("firstRow").asInt())));
        if (!job.get("state").asString().equals("DONE")) {
            throw new AssertionError(job.toString());
        }
        return read(id);
    }

    JsonNode read(int id) {
        return browser.get("/api/v1/imports/" + id).json();
    }

    List<JsonNode> rows(JsonNode one, String filter) {
        var items =
                browser.get("/api/v1/imports/" + one.get("id").asInt() + "/rows?limit=500" + filter)
                        .json()
                        .get("items");
        return items.valueStream().toList();
    }

    /// Writes or undoes, and returns the job when it is over.
    JsonNode run(JsonNode one, String step) {
        return done(
                browser.post("/api/v1/imports/" + one.get("id").asInt() + "/" + step, Map.of()));
    }

    private JsonNode done(Browser.Answer answer) {
        if (answer.status() != 202) {
            return answer.json();
        }
        var path = "/api/v1/jobs/" + answer.json().get("jobId").asInt();
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> browser.get(path).json(),
                        job ->
                                !List.of("WAITING", "RUNNING")
                                        .contains(job.get("state").asString()));
    }
}
