package onecard.platform.system;

import java.util.regex.Pattern;

/// A kind of problem a caller can have (RFC 9457). Each room declares its own as constants and
/// writes their words into its message bundle: `problem.<name>.title` and `problem.<name>.detail`.
///
/// @param name stable, in kebab-case; the type is `urn:onecard:problem:<name>`
/// @param status the HTTP status, 400 to 499 (or 503)
public record ProblemKind(String name, int status) {
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public static final ProblemKind NOT_FOUND = new ProblemKind("not-found", 404);
    public static final ProblemKind INVALID = new ProblemKind("invalid-fields", 422);
    public static final ProblemKind CHANGED_MEANWHILE = new ProblemKind("changed-meanwhile", 412);
    public static final ProblemKind IDEMPOTENCY_CONFLICT =
            new ProblemKind("idempotency-conflict", 409);
    public static final ProblemKind FORBIDDEN = new ProblemKind("not-permitted", 403);

    public ProblemKind {
        if (!KEBAB.matcher(name).matches()) {
            throw new IllegalArgumentException("A problem is named in kebab-case, not " + name);
        }
        if ((status < 400 || status > 499) && status != 503) {
            throw new IllegalArgumentException("A caller's problem is 4xx or 503, not " + status);
        }
    }

    /// Returns the URI that names this kind.
    public String type() {
        return "urn:onecard:problem:" + name;
    }
}
