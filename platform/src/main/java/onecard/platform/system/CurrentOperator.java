package onecard.platform.system;

import java.util.Optional;
import java.util.function.Supplier;

/// Who is at work on this thread: the operator of the request, or nobody where the platform acts by
/// itself (a nightly job, a terminal's purchase).
public interface CurrentOperator {
    /// Returns the operator at work. To be called behind an endpoint that [Needs] one.
    ///
    /// @throws IllegalStateException if nobody is
    Operator get();

    /// Returns the operator at work, if there is one.
    Optional<Operator> find();

    /// Returns the language to answer in: the operator's, else what the request asked for, else
    /// Chinese.
    Language language();

    /// Does something in the name of an operator, outside a request.
    <T> T as(Operator operator, Supplier<T> work);
}
