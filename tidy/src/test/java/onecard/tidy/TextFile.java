package onecard.tidy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A text of the repository.
///
/// @param path from the root, with `/`
record TextFile(String path, String text) {
    List<String> lines() {
        return text.lines().toList();
    }

    boolean is(String extension) {
        return path.endsWith("." + extension);
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Code that proves other code.
    boolean isTest() {
        return path.contains("/src/test/") || path.contains(".spec.") || path.contains("/e2e/");
    }

    boolean isJava() {
        return is("java");
    }

    /// The line, from 1, at which this position lies.
    int lineAt(int position) {
        return (int) text.substring(0, position).chars().filter(each -> each == '\n').count() + 1;
    }

    /// Every place where the pattern matches.
    Stream<Breach> breaches(Pattern pattern, String why) {
        return pattern.matcher(text).results().map(match -> breach(match, why));
    }

    Breach breach(MatchResult match, String why) {
        return new Breach(path, lineAt(match.start()), match.group().strip() + ": " + why);
    }
}
