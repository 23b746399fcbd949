package onecard.platform.system.answers;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Open;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers what failed outside of every controller, as a problem too.
@RestController
class LastResort implements ErrorController {
    private final Messages messages;
    private final CurrentOperator operator;

    LastResort(Messages messages, CurrentOperator operator) {
        this.messages = messages;
        this.operator = operator;
    }

    @Open
    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<Object> lastResort(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!(status instanceof Integer code)) {
            return answer(RequestProblems.NO_SUCH_ADDRESS).entity();
        }
        ProblemKind kind = kind(code);
        if (kind == null) {
            return ProblemAnswer.failure("-", messages, operator.language()).entity();
        }
        return answer(kind).entity();
    }

    private ProblemAnswer answer(ProblemKind kind) {
        return ProblemAnswer.of(Problem.of(kind), messages, operator.language());
    }

    private static @Nullable ProblemKind kind(int status) {
        return switch (status) {
            case 403 -> ProblemKind.FORBIDDEN;
            case 404 -> RequestProblems.NO_SUCH_ADDRESS;
            case 405 -> RequestProblems.METHOD_NOT_ALLOWED;
            case 413 -> RequestProblems.TOO_LARGE;
            case 503 -> RequestProblems.DATABASE_AWAY;
            default -> status >= 400 && status < 500 ? RequestProblems.BAD_REQUEST : null;
        };
    }
}
