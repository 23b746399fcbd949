package onecard.benchmarks.faults;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs test classes until the first failure, in a JVM of its own, and writes down which it was.
final class TestRun implements TestExecutionListener {
    private final Path result;
    private @Nullable TestPlan plan;
    private long passed;

    private TestRun(Path result) {
        this.result = result;
    }

    /// How a run ended: the first line of the result.
    enum End {
        PASSED,
        /// A test failed; its class and its name follow.
        FAILED,
        /// The tests could not be run; why follows.
        BROKEN
    }

    /// The file for the result, then full names of test classes.
    public static void main(String[] arguments) {
        var run = new TestRun(Path.of(arguments[0]));
        var request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(
                                Arrays.stream(arguments)
                                        .skip(1)
                                        .map(name -> selectClass(name))
                                        .toList())
                        .build();
        LauncherFactory.create().execute(request, run);
        if (run.passed == 0) {
            run.end(End.BROKEN, "There was no test");
        }
        run.end(End.PASSED);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult how) {
        if (how.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            passed += test.isTest() ? 1 : 0;
            return;
        }
        String why = how.getThrowable().map(Throwable::toString).orElse("?").replace('\n', ' ');
        if (test.isTest()) {
            end(End.FAILED, className(test), name(test), why);
        } else {
            end(End.BROKEN, test.getDisplayName(), why);
        }
    }

    private static String className(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaClass().getSimpleName())
                .orElse("?");
    }

    /// A case of a table is named with its table.
    private String name(TestIdentifier test) {
        Optional<String> table =
                Optional.ofNullable(plan)
                        .flatMap(all -> all.getParent(test))
                        .filter(parent -> parent.getSource().equals(test.getSource()))
                        .map(TestIdentifier::getDisplayName);
        return table.map(name -> name + " (" + test.getDisplayName() + ")")
                .orElse(test.getDisplayName());
    }

    /// Ends the JVM in order, so that what the tests started is stopped.
    private void end(End how, String... words) {
        try {
            var lines = new java.util.ArrayList<>(List.of(how.name()));
            lines.addAll(List.of(words));
            Files.write(result, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.exit(0);
    }
}
