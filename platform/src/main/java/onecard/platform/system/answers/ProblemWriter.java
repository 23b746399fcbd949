package onecard.platform.system.answers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers with a problem where no controller is reached: in the filters.
@Component
public class ProblemWriter {
    private final Messages messages;
    private final CurrentOperator operator;
    private final JsonMapper json;

    ProblemWriter(Messages messages, CurrentOperator operator, JsonMapper json) {
        this.messages = messages;
        this.operator = operator;
        this.json = json;
    }

    /// Writes the problem as the whole answer.
    public void write(Problem problem, HttpServletResponse response) throws IOException {
        ProblemAnswer answer = ProblemAnswer.of(problem, messages, operator.language());
        response.setStatus(answer.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, answer.language().tag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(answer.body()));
    }
}
