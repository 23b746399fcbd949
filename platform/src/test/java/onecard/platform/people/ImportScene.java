package onecard.platform.people;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import onecard.platform.Browser;
import onecard.platform.House;
import tools.jackson.databind.JsonNode;

/// Imports as the console does them: upload, columns, preview, write, undo.
public final class ImportScene {
    private static final Duration SOON = Duration.ofSeconds(90);

    private final Browser browser;

    /// Signs the administrator in, in English.
    public ImportScene(House house) {
        browser = house.administrator();
        browser.put("/api/v1/session/language", Map.of("language", "en"));
    }

    /// Returns the browser of the administrator.
    public Browser browser() {
        return browser;
    }

    /// Uploads a file and returns the import.
    public JsonNode upload(String kind, String name, byte[] file) {
        var answer = browser.upload("/api/v1/imports?kind=" + kind, name, file);
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        return answer.json();
    }

    /// Uploads a table.
    public JsonNode upload(String kind, String csv) {
        return upload(kind, "table.csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// Has every row judged with the columns proposed.
    public JsonNode check(JsonNode uploaded, String mode) {
        return check(uploaded, mode, uploaded.get("choice").get("columns"));
    }

    /// The same with columns and options that were chosen.
    public JsonNode check(JsonNode uploaded, String mode, Object columns) {
        return check(uploaded, mode, columns, Map.of());
    }

    /// The same with columns and options that were chosen.
    public JsonNode check(
            JsonNode uploaded, String mode, Object columns, Map<String, String> options) {
        int id = uploaded.get("id").asInt();
        var job =
                done(
                        browser.post(
                                "/api/v1/imports/" + id + "/check",
                                Map.of(
                                        "columns", columns,
                                        "mode", mode,
                                        "options", options,
                                        "firstRow",
                                                uploaded.get("choice").get("firstRow").asInt())));
        if (!job.get("state").asString().equals("DONE")) {
            throw new AssertionError(job.toString());
        }
        return read(id);
    }

    /// Reads an import.
    public JsonNode read(int id) {
        return browser.get("/api/v1/imports/" + id).json();
    }

    /// Reads rows of the preview.
    public List<JsonNode> rows(JsonNode one, String filter) {
        var items =
                browser.get("/api/v1/imports/" + one.get("id").asInt() + "/rows?limit=500" + filter)
                        .json()
                        .get("items");
        return items.valueStream().toList();
    }

    /// Writes or undoes, and returns the job when it is over.
    public JsonNode run(JsonNode one, String step) {
        return done(
                browser.post("/api/v1/imports/" + one.get("id").asInt() + "/" + step, Map.of()));
    }

    private JsonNode done(Browser.Answer answer) {
        if (answer.status() != 202) {
            return answer.json();
        }
        return over(answer.json().get("jobId").asInt());
    }

    /// Returns a job when it is over.
    public JsonNode over(int job) {
        var path = "/api/v1/jobs/" + job;
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> browser.get(path).json(),
                        now ->
                                !List.of("WAITING", "RUNNING")
                                        .contains(now.get("state").asString()));
    }
}
