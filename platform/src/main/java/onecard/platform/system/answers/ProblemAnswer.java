package onecard.platform.system.answers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A problem as it is sent (RFC 9457).
///
/// @param status the HTTP status
/// @param language what it is written in
/// @param body the members, in order
public record ProblemAnswer(int status, Language language, Map<String, Object> body) {

    /// Writes a problem in a language.
    public static ProblemAnswer of(Problem problem, Messages messages, Language language) {
        ProblemKind kind = problem.kind();
        Map<String, Object> body =
                start(kind.name(), kind.status(), problem.fields(), messages, language);
        body.putAll(problem.fields());
        List<Map<String, String>> errors =
                problem.errors().stream()
                        .map(error ->
                                Map.of(
                                        "field", error.field(),
                                        "message", words(error, messages, language)))
                        .toList();
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return new ProblemAnswer(kind.status(), language, body);
    }

    /// Writes that we failed, not the caller; the incident is what the log has it under.
    static ProblemAnswer failure(String incident, Messages messages, Language language) {
        Map<String, Object> fields = Map.of("incident", incident);
        Map<String, Object> body = start("unexpected", 500, fields, messages, language);
        body.putAll(fields);
        return new ProblemAnswer(500, language, body);
    }

    private static Map<String, Object> start(
            String name,
            int status,
            Map<String, Object> fields,
            Messages messages,
            Language language) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:onecard:problem:" + name);
        body.put("title", messages.say(language, "problem." + name + ".title", fields));
        body.put("status", status);
        body.put("detail", messages.say(language, "problem." + name + ".detail", fields));
        return body;
    }

    private static String words(Problem.FieldError error, Messages messages, Language language) {
        return messages.say(language, error.message(), error.values());
    }

    /// Returns the answer for Spring MVC.
    ResponseEntity<Object> entity() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }
}
