package onecard.platform;

import java.io.PrintWriter;
import java.io.StringWriter;
import onecard.platform.database.DatabaseFailure;
import onecard.platform.system.StartFailure;
import org.springframework.boot.web.server.PortInUseException;

/// Finds in a failure the one line that helps whoever wanted to start.
final class StartTrouble {
    private StartTrouble() {}

    static String inWords(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StartFailure told -> {
                    return String.valueOf(told.getMessage());
                }
                case DatabaseFailure told -> {
                    return String.valueOf(told.getMessage());
                }
                case PortInUseException taken -> {
                    return "Port %d is taken by another program; end that, or choose another with --port"
                            .formatted(taken.getPort());
                }
                default -> {}
            }
        }
        StringWriter story = new StringWriter();
        failure.printStackTrace(new PrintWriter(story));
        return "This was not foreseen; please report it.\n" + story;
    }
}
