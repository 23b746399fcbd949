package onecard.platform.system;

/// The version of a thing that two people might edit: sent as `ETag`, asked for as `If-Match`. A
/// controller takes it with `@RequestHeader("If-Match") Revision`.
///
/// @param number 0 or more
public record Revision(long number) {
    public Revision {
        if (number < 0) {
            throw new IllegalArgumentException("A revision is 0 or more, not " + number);
        }
    }

    /// Returns what stands in the header, `"7"` with its quotes.
    public String etag() {
        return '"' + Long.toString(number) + '"';
    }

    /// Refuses an edit of something that was changed meanwhile.
    public void mustBe(long now) {
        if (number != now) {
            throw Problem.of(ProblemKind.CHANGED_MEANWHILE).with("revision", now);
        }
    }
}
