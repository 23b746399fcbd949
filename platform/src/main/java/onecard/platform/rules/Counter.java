package onecard.platform.rules;

/// The place where the use of a limit is counted for an account: the limit and the stretch of time.
public record Counter(LimitId limit, Span span) {}
