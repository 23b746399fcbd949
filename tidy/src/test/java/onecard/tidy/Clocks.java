package onecard.tidy;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Time comes in from outside, so that a test can move it and a purchase is decided at one moment.
final class Clocks {
    private static final Pattern IN_JAVA =
            Pattern.compile(
                    "\\b(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime"
                            + "|OffsetTime|Year|YearMonth|MonthDay)\\s*\\.now\\("
                            + "|System\\s*\\.currentTimeMillis\\(|new Date\\(\\s*\\)"
                            + "|Calendar\\.getInstance\\("
                            + "|(Clock|InstantSource)\\s*\\.(system|tick)\\w*\\(");

    private static final Pattern IN_SQL =
            Pattern.compile(
                    "(?i)\\bnow\\(\\)|\\bcurrent_(timestamp|date|time)\\b"
                            + "|\\blocal(timestamp|time)\\b"
                            + "|\\b(clock|transaction|statement)_timestamp\\(|\\btimeofday\\(");

    /// Where time enters the house, and why there.
    static final Map<String, String> DOORS =
            Map.of(
                    "platform/src/main/java/onecard/platform/Platform.java",
                    "the one clock of the platform, as a bean",
                    "platform/src/main/java/onecard/platform/UpCommand.java",
                    "the certificate is made before there are beans",
                    "platform/src/main/java/onecard/platform/database/DatabaseConfiguration.java",
                    "compares the machine's clock with the database's, whatever the bean says",
                    "platform/src/main/java/onecard/platform/database/ClockGuard.java",
                    "asks the database for its time, to compare",
                    "simulator/src/main/java/onecard/simulator/Watch.java",
                    "the clock on the wall of a terminal");

    private Clocks() {}

    /// Code that runs for people; benchmarks measure the machine and its clock is their matter.
    static boolean isWatched(TextFile file) {
        return !file.isTest() && !file.path().startsWith("benchmarks/");
    }

    static Stream<Breach> breaches(TextFile file) {
        if (file.isJava()) {
            return Stream.concat(file.breaches(IN_JAVA, "take a Clock"), literalsOf(file, IN_SQL));
        }
        if (file.is("sql")) {
            return file.breaches(IN_SQL, "the time is a parameter");
        }
        return Stream.empty();
    }

    private static Stream<Breach> literalsOf(TextFile file, Pattern pattern) {
        return Literals.of(JavaFile.of(file.path(), file.text())).stream()
                .filter(literal -> pattern.matcher(literal.text()).find())
                .map(literal ->
                        new Breach(
                                file.path(),
                                literal.line(),
                                "the time is a parameter: " + literal.text().strip()));
    }
}
