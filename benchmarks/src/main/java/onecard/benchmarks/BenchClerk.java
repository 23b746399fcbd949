package onecard.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A clerk at the console of a platform, as HTTP sees one.
final class BenchClerk {
    private static final int LOOK_MILLIS = 20;
    private static final String BOUNDARY = "----onecard-bench";

    private final JsonMapper json = JsonMapper.shared();
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;

    BenchClerk(int port, String name, String password) throws IOException, InterruptedException {
        address = "http://127.0.0.1:" + port;
        get("/api/v1/setup");
        post("/api/v1/session", Map.of("name", name, "password", password));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET());
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return answer(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /// Sends a command that is safe to repeat.
    JsonNode post(String path, Object body, UUID key) throws IOException, InterruptedException {
        return answer(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key.toString())
                        .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /// Uploads a table of this kind and returns the import.
    int upload(String kind, Path file, String name) throws IOException, InterruptedException {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                        .formatted(BOUNDARY, name);
        BodyPublisher form =
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return form("POST", "/api/v1/imports?kind=" + kind, form).get("id").asInt();
    }

    /// Sends bytes as a form does.
    JsonNode upload(String method, String path, byte[] file)
            throws IOException, InterruptedException {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"part\"\r\n\r\n"
                        .formatted(BOUNDARY);
        BodyPublisher form =
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return form(method, path, form);
    }

    private JsonNode form(String method, String path, BodyPublisher form)
            throws IOException, InterruptedException {
        return answer(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .method(method, form));
    }

    /// Starts a job and waits until it is done.
    void work(String path, Object order) throws IOException, InterruptedException {
        await(post(path, order));
    }

    void put(String path, Object body) throws IOException, InterruptedException {
        var _ =
                answer(
                        request(path)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /// Changes something that was read at this revision.
    void patch(String path, long revision, Object body) throws IOException, InterruptedException {
        var _ =
                answer(
                        request(path)
                                .header("Content-Type", "application/json")
                                .header("If-Match", '"' + Long.toString(revision) + '"')
                                .method(
                                        "PATCH",
                                        BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /// Has every row judged with the columns proposed.
    void check(int importId) throws IOException, InterruptedException {
        var choice = get("/api/v1/imports/" + importId).get("choice");
        await(post("/api/v1/imports/" + importId + "/check", choice));
    }

    /// Writes or undoes.
    void run(int importId, String step) throws IOException, InterruptedException {
        await(post("/api/v1/imports/" + importId + "/" + step, Map.of()));
    }

    /// Waits until the job that is named there is done.
    void await(JsonNode started) throws IOException, InterruptedException {
        var pause = new CountDownLatch(1);
        while (true) {
            var job = get("/api/v1/jobs/" + started.get("jobId").asInt());
            switch (job.get("state").asString()) {
                case "DONE" -> {
                    return;
                }
                case "WAITING", "RUNNING" -> {
                    var _ = pause.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                }
                default -> throw new IllegalStateException(job.toString());
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        cookies.getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body());
    }
}
