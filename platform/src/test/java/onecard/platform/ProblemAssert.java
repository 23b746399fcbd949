package onecard.platform;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import onecard.platform.system.Problem;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Says which problem something ends with.
public final class ProblemAssert {
    private final Problem problem;

    private ProblemAssert(Problem problem) {
        this.problem = problem;
    }

    /// Runs it and expects a problem.
    public static ProblemAssert assertThat(ThrowingCallable work) {
        var problem = catchThrowableOfType(Problem.class, work);
        Assertions.assertThat(problem).as("a problem").isNotNull();
        return new ProblemAssert(problem);
    }

    /// Expects a kind by its name.
    public ProblemAssert is(String kind) {
        Assertions.assertThat(problem.kind().name()).isEqualTo(kind);
        return this;
    }

    /// Expects a field of the answer.
    public ProblemAssert has(String field, Object value) {
        Assertions.assertThat(problem.fields()).containsEntry(field, value);
        return this;
    }

    /// Expects exactly these fields to be wrong.
    public ProblemAssert names(String... fields) {
        Assertions.assertThat(problem.errors())
                .extracting(Problem.FieldError::field)
                .containsExactlyInAnyOrder(fields);
        return this;
    }
}
