package onecard.platform.system.answers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/// Turns whatever went wrong into a problem in the caller's language: 4xx for what the caller sent,
/// 500 only for what we did, and then with nothing but a number to look it up by.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Messages messages;
    private final CurrentOperator operator;

    ProblemAdvice(Messages messages, CurrentOperator operator) {
        this.messages = messages;
        this.operator = operator;
    }

    @ExceptionHandler
    ResponseEntity<Object> problem(Problem problem) {
        return ProblemAnswer.of(problem, messages, operator.language()).entity();
    }

    /// The caller hung up; there is nobody to answer.
    @ExceptionHandler
    void gone(IOException e) {
        LOG.debug("caller gone: {}", e.toString());
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Object> databaseAway(Exception e) {
        LOG.warn("database-away cause={}", e.toString());
        return problem(Problem.of(RequestProblems.DATABASE_AWAY));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e, HttpServletRequest request) {
        String incident = UUID.randomUUID().toString();
        LOG.error(
                "unexpected incident={} method={} path={}",
                incident,
                request.getMethod(),
                request.getRequestURI(),
                e);
        return ProblemAnswer.failure(incident, messages, operator.language()).entity();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<Map<String, String>> errors = new ArrayList<>();
        for (FieldError error : e.getBindingResult().getFieldErrors()) {
            errors.add(error(error.getField(), error.getDefaultMessage()));
        }
        return invalid(errors);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<Map<String, String>> errors = new ArrayList<>();
        e.getParameterValidationResults()
                .forEach(result ->
                        result.getResolvableErrors()
                                .forEach(error ->
                                        errors.add(
                                                error(
                                                        parameter(result, error),
                                                        error.getDefaultMessage()))));
        return invalid(errors);
    }

    private static String parameter(
            org.springframework.validation.method.ParameterValidationResult result,
            org.springframework.context.MessageSourceResolvable error) {
        if (error instanceof FieldError field) {
            return field.getField();
        }
        String name = result.getMethodParameter().getParameterName();
        return name == null ? "" : name;
    }

    private static Map<String, String> error(String field, @Nullable String message) {
        return Map.of("field", field, "message", message == null ? "" : message);
    }

    private ResponseEntity<Object> invalid(List<Map<String, String>> errors) {
        ProblemAnswer answer =
                ProblemAnswer.of(Problem.of(ProblemKind.INVALID), messages, operator.language());
        answer.body().put("errors", errors);
        return answer.entity();
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ResponseEntity<Object> answer = problem(understood(e, status));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .headers(more -> allowed(headers, more))
                .body(answer.getBody());
    }

    private static void allowed(HttpHeaders from, HttpHeaders to) {
        to.setAllow(from.getAllow());
    }

    private static Problem understood(Exception e, HttpStatusCode status) {
        return switch (e) {
            case HttpMessageNotReadableException unread -> malformed(unread);
            case MissingRequestHeaderException missing -> missingHeader(missing.getHeaderName());
            case MissingServletRequestParameterException missing ->
                    missing(missing.getParameterName());
            case MethodArgumentTypeMismatchException wrong -> wrong(wrong.getName());
            case TypeMismatchException wrong -> wrong(wrong.getPropertyName());
            case HttpRequestMethodNotSupportedException wrong ->
                    Problem.of(RequestProblems.METHOD_NOT_ALLOWED)
                            .with("method", wrong.getMethod());
            case HttpMediaTypeNotSupportedException _ ->
                    Problem.of(RequestProblems.WRONG_MEDIA_TYPE);
            case HttpMediaTypeNotAcceptableException _ ->
                    Problem.of(RequestProblems.NOT_ACCEPTABLE);
            case NoResourceFoundException _, NoHandlerFoundException _ ->
                    Problem.of(RequestProblems.NO_SUCH_ADDRESS);
            case MaxUploadSizeExceededException _ -> Problem.of(RequestProblems.TOO_LARGE);
            case Exception _ when status.value() == 503 ->
                    Problem.of(RequestProblems.DATABASE_AWAY);
            case Exception _ -> Problem.of(RequestProblems.BAD_REQUEST);
        };
    }

    private static Problem malformed(HttpMessageNotReadableException e) {
        Problem problem = Problem.of(RequestProblems.MALFORMED);
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.TooLarge) {
                return Problem.of(RequestProblems.TOO_LARGE);
            }
            if (cause instanceof DatabindException bind && !bind.getPath().isEmpty()) {
                return problem.with("field", path(bind));
            }
            if (cause instanceof StreamReadException read && read.getLocation() != null) {
                return problem.with("line", read.getLocation().getLineNr())
                        .with("column", read.getLocation().getColumnNr());
            }
        }
        return problem;
    }

    private static String path(DatabindException e) {
        StringBuilder path = new StringBuilder();
        e.getPath()
                .forEach(step -> {
                    if (step.getPropertyName() == null) {
                        path.append('[').append(step.getIndex()).append(']');
                    } else {
                        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
                    }
                });
        return path.toString();
    }

    private static Problem missingHeader(String name) {
        return name.equalsIgnoreCase(HttpHeaders.IF_MATCH)
                ? Problem.of(RequestProblems.PRECONDITION_REQUIRED)
                : missing(name);
    }

    private static Problem missing(String name) {
        return Problem.of(RequestProblems.MISSING_VALUE).with("name", name);
    }

    private static Problem wrong(@Nullable String name) {
        return Problem.of(RequestProblems.WRONG_VALUE).with("name", name == null ? "" : name);
    }
}
