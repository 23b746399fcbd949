package onecard.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What could not be decided ↔ code and diagnostic text.
final class Failures {
    /// A failure's text is for a person; more of it than this is not kept.
    private static final int MAX_TEXT_CHARS = 200;

    private Failures() {}

    static Code code(Failure failure) {
        return switch (failure) {
            case Failure.BadRequest _ -> Code.BAD_REQUEST;
            case Failure.Unauthorized _ -> Code.UNAUTHORIZED;
            case Failure.NotServed _ -> Code.FORBIDDEN;
            case Failure.NoSuchResource _ -> Code.NOT_FOUND;
            case Failure.OtherContent _ -> Code.CONFLICT;
            case Failure.TooLarge _ -> Code.REQUEST_ENTITY_TOO_LARGE;
            case Failure.Busy _ -> Code.SERVICE_UNAVAILABLE;
            case Failure.Unavailable _ -> Code.INTERNAL_SERVER_ERROR;
        };
    }

    static String text(Failure failure) {
        return switch (failure) {
            case Failure.BadRequest(String field, String reason) ->
                    field.isEmpty() ? reason : field + ": " + reason;
            case Failure.Unauthorized _ -> "identity not registered";
            case Failure.NotServed _ -> "terminal not served here";
            case Failure.NoSuchResource _ -> "no such resource on this port";
            case Failure.OtherContent _ -> "this number came before with other content";
            case Failure.TooLarge(int maxBytes) -> "at most %d bytes".formatted(maxBytes);
            case Failure.Busy _ -> "busy, ask again";
            case Failure.Unavailable _ -> "no decision, ask again";
        };
    }

    static Failure read(Code code, Duration maxAge, byte[] body) {
        return switch (code) {
            case BAD_REQUEST -> badRequest(body);
            case UNAUTHORIZED -> new Failure.Unauthorized();
            case FORBIDDEN -> new Failure.NotServed();
            case NOT_FOUND -> new Failure.NoSuchResource();
            case CONFLICT -> new Failure.OtherContent();
            case REQUEST_ENTITY_TOO_LARGE -> tooLarge(body);
            case SERVICE_UNAVAILABLE -> new Failure.Busy(withinLimit(maxAge));
            case INTERNAL_SERVER_ERROR -> new Failure.Unavailable();
            case CHANGED, CONTENT -> throw new IllegalArgumentException(code + " is no failure");
        };
    }

    private static Failure badRequest(byte[] body) {
        String text = diagnostic(body);
        int colon = text.indexOf(": ");
        return colon < 0
                ? new Failure.BadRequest("", text)
                : new Failure.BadRequest(text.substring(0, colon), text.substring(colon + 2));
    }

    private static Failure tooLarge(byte[] body) {
        String digits = diagnostic(body).replaceAll("[^0-9]", "");
        boolean readable = !digits.isEmpty() && digits.length() <= 9;
        return new Failure.TooLarge(readable ? Integer.parseInt(digits) : 0);
    }

    private static Duration withinLimit(Duration maxAge) {
        long seconds = Math.clamp(maxAge.toSeconds(), 0, Limits.MAX_BUSY_SECONDS);
        return Duration.ofSeconds(seconds);
    }

    /// Returns the text with nothing in it that could forge a line of a log.
    private static String diagnostic(byte[] body) {
        StringBuilder text = new StringBuilder();
        new String(body, StandardCharsets.UTF_8)
                .codePoints()
                .filter(point -> !Character.isISOControl(point))
                .limit(MAX_TEXT_CHARS)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
