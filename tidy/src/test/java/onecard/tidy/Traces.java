package onecard.tidy;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The repository speaks of the project alone: not of one machine, not of a tracker, not of how its
/// texts came to be.
final class Traces {
    private static final Map<Pattern, String> FORBIDDEN =
            Map.of(
                    Pattern.compile("(?<![\\w.:$}/~-])/(?:root|work|home|Users)(?:/[\\w.-]+)+"),
                    "a path of one machine",
                    Pattern.compile(
                            "(?i)\\b(?:issue|ticket|bug|pull request|merge request)s? #?\\d+\\b"),
                    "a number of a tracker",
                    Pattern.compile("\\b(?:TODO|FIXME|XXX|HACK)\\b"),
                    "do it or leave it",
                    Pattern.compile(
                            "(?i)\\b(?:co-authored-by|language model|chat ?bot|copilot"
                                    + "|coding assistant|as an assistant|coding agent"
                                    + "|generated (?:with|by) (?:ai|an? ))\\b"),
                    "how a text came to be is not its matter");

    private static final Pattern HOST = Pattern.compile("\\bhttps?://([A-Za-z0-9.-]+)");

    /// Hosts that a text may name; a build reaches others through its tools' own settings.
    private static final Set<String> HOSTS =
            Set.of(
                    "localhost",
                    "127.0.0.1",
                    "x",
                    "maven.apache.org",
                    "schemas.openxmlformats.org",
                    "www.w3.org",
                    "github.com",
                    "adoptium.net",
                    "www.rfc-editor.org",
                    "spring.io",
                    "openapi-ts.dev");

    /// Written by a tool, from what the packages say of themselves.
    private static final Set<String> BY_TOOLS = Set.of("console/package-lock.json");

    private Traces() {}

    static Stream<Breach> breaches(TextFile file) {
        if (file.name().startsWith("Traces")) {
            return Stream.empty();
        }
        return Stream.concat(
                FORBIDDEN.entrySet().stream()
                        .flatMap(each -> file.breaches(each.getKey(), each.getValue())),
                hosts(file));
    }

    private static Stream<Breach> hosts(TextFile file) {
        return HOST.matcher(file.text())
                .results()
                .filter(match -> !isKnown(file, match))
                .map(match -> file.breach(match, "a host nobody should need"));
    }

    private static boolean isKnown(TextFile file, MatchResult match) {
        String host = match.group(1);
        boolean reserved = host.endsWith(".example") || host.startsWith("example.");
        return reserved || HOSTS.contains(host) || BY_TOOLS.contains(file.path());
    }
}
