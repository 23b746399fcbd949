package onecard.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to a platform as the console does: cookies, the token against forged requests, JSON.
public final class Browser {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    /// Opens a browser at an address.
    public Browser(String address) {
        this.address = address;
        headers.put("Accept-Language", "en");
    }

    /// An answer.
    ///
    /// @param status the HTTP status
    /// @param headers all of them
    /// @param text the body
    public record Answer(int status, java.net.http.HttpHeaders headers, String text) {
        /// The body as JSON.
        public JsonNode json() {
            return JSON.readTree(text);
        }

        /// A header, empty if it is not there.
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /// Sends this header with every request from now on.
    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /// Sends this header no more.
    public Browser without(String header) {
        headers.remove(header);
        return this;
    }

    /// Signs in and returns who one is then.
    public JsonNode signIn(String name, String password) {
        get("/api/v1/setup");
        Answer answer = post("/api/v1/session", Map.of("name", name, "password", password));
        if (answer.status() != 200) {
            throw new AssertionError("Nobody was let in: " + answer);
        }
        return answer.json();
    }

    /// Asks for something.
    public Answer get(String path) {
        return send("GET", path, Optional.empty());
    }

    /// Fetches a file.
    public byte[] download(String path) {
        try {
            HttpResponse<byte[]> answer =
                    client.send(
                            request("GET", path, Optional.empty()),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError("No file came: " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Looks on: everything the platform tells from now on.
    public LiveEvents listen() {
        try {
            return new LiveEvents(
                    client.send(
                                    request("GET", "/api/v1/live", Optional.empty()),
                                    HttpResponse.BodyHandlers.ofLines())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Sends a command.
    public Answer post(String path, Object body) {
        return send("POST", path, Optional.of(body));
    }

    /// Sends a file as a form does.
    public Answer upload(String path, String name, byte[] file) {
        return upload("POST", path, name, file);
    }

    /// Sends a file as a form does, with another method.
    public Answer upload(String method, String path, String name, byte[] file) {
        var boundary = "----onecard";
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(boundary, name);
        var request =
                request("POST", path, Optional.empty(), "multipart/form-data; boundary=" + boundary)
                        .method(
                                method,
                                HttpRequest.BodyPublishers.concat(
                                        HttpRequest.BodyPublishers.ofString(head),
                                        HttpRequest.BodyPublishers.ofByteArray(file),
                                        HttpRequest.BodyPublishers.ofString(
                                                "\r\n--" + boundary + "--\r\n")))
                        .build();
        return answer(request);
    }

    /// Sends bytes as they are.
    public Answer bytes(String method, String path, String type, byte[] body) {
        return answer(
                request(method, path, Optional.empty(), type)
                        .setHeader("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    private Answer answer(HttpRequest request) {
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Replaces something.
    public Answer put(String path, Object body) {
        return send("PUT", path, Optional.of(body));
    }

    /// Changes something that was read with this ETag.
    public Answer patch(String path, String etag, Object body) {
        return with("If-Match", etag).send("PATCH", path, Optional.of(body));
    }

    /// Removes something.
    public Answer delete(String path) {
        return send("DELETE", path, Optional.empty());
    }

    /// Sends any request; a body that is no text becomes JSON.
    public Answer send(String method, String path, Optional<Object> body) {
        try {
            HttpResponse<String> answer =
                    client.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, String path, Optional<Object> body) {
        return request(method, path, body, "application/json").build();
    }

    private HttpRequest.Builder request(
            String method, String path, Optional<Object> body, String type) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(Duration.ofSeconds(60))
                        .method(method, publisher(body));
        boolean form = type.startsWith("multipart/");
        if (form || body.isPresent() && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private static HttpRequest.BodyPublisher publisher(Optional<Object> body) {
        return body.map(each -> each instanceof String text ? text : JSON.writeValueAsString(each))
                .map(HttpRequest.BodyPublishers::ofString)
                .orElse(HttpRequest.BodyPublishers.noBody());
    }

    /// The value of a cookie.
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /// Gives the browser a cookie it did not get from the platform.
    public Browser plant(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain(URI.create(address).getHost());
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(address + "/"), cookie);
        return this;
    }
}
