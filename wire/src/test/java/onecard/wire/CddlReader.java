package onecard.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the part of CDDL the published reference uses.
final class CddlReader {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s+|;[^\\n]*|(?<token>\\.\\.|\\.[a-z]+|=>|-?[0-9]+|\"[^\"]*\""
                            + "|[A-Za-z][A-Za-z0-9-]*|[=/{}\\[\\](),:?*])");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Cddl.Type> types = new HashMap<>();
    private final Map<String, List<Cddl.Entry>> groups = new HashMap<>();
    private int at;

    CddlReader(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() != end) {
                break;
            }
            end = matcher.end();
            if (matcher.group("token") != null) {
                tokens.add(matcher.group("token"));
            }
        }
        if (end != text.length()) {
            throw new IllegalStateException("Cannot read CDDL from: " + text.substring(end));
        }
    }

    Cddl read() {
        while (at < tokens.size()) {
            String name = take(NAME);
            take("=");
            if (sees("(")) {
                groups.put(name, entries("(", ")"));
            } else {
                types.put(name, type());
            }
        }
        return new Cddl(types, groups);
    }

    private Cddl.Type type() {
        List<Cddl.Type> choices = new ArrayList<>(List.of(single()));
        while (sees("/")) {
            take("/");
            choices.add(single());
        }
        return choices.size() == 1 ? choices.getFirst() : new Cddl.Type.OneOf(choices);
    }

    private Cddl.Type single() {
        if (sees("{")) {
            return new Cddl.Type.MapOf(entries("{", "}"));
        }
        if (sees("[")) {
            take("[");
            Cddl.Entry entry = element();
            take("]");
            return new Cddl.Type.ArrayOf(entry);
        }
        if (NUMBER.matcher(tokens.get(at)).matches()) {
            long least = number();
            if (sees("..")) {
                take("..");
                return new Cddl.Type.Between(least, number());
            }
            return new Cddl.Type.Between(least, least);
        }
        return controlled(new Cddl.Type.Named(take(NAME)));
    }

    private Cddl.Type controlled(Cddl.Type type) {
        if (sees(".size")) {
            take(".size");
            return new Cddl.Type.Sized(type, number());
        }
        if (sees(".regexp")) {
            take(".regexp");
            return new Cddl.Type.Shaped(type, Pattern.compile(text()));
        }
        return type;
    }

    private List<Cddl.Entry> entries(String open, String close) {
        List<Cddl.Entry> entries = new ArrayList<>();
        take(open);
        while (!sees(close)) {
            entries.add(member());
            if (sees(",")) {
                take(",");
            }
        }
        take(close);
        return List.copyOf(entries);
    }

    private Cddl.Entry member() {
        if (sees("*")) {
            take("*");
            Cddl.Type key = single();
            take("=>");
            return new Cddl.Entry.Others(key, type());
        }
        long least = 1;
        if (sees("?")) {
            take("?");
            least = 0;
        }
        if (NAME.matcher(tokens.get(at)).matches()) {
            return new Cddl.Entry.Group(least, take(NAME));
        }
        long key = number();
        take(":");
        return new Cddl.Entry.Member(least, key, type());
    }

    private Cddl.Entry element() {
        long least = sees("*") ? 0 : number();
        take("*");
        long most = NUMBER.matcher(tokens.get(at)).matches() ? number() : Long.MAX_VALUE;
        return new Cddl.Entry.Elements(least, most, type());
    }

    private String text() {
        String quoted = tokens.get(at++);
        return ESCAPE.matcher(quoted.substring(1, quoted.length() - 1))
                .replaceAll(escape ->
                        Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    private long number() {
        return Long.parseLong(take(NUMBER));
    }

    private boolean sees(String token) {
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    private void take(String token) {
        if (!sees(token)) {
            throw new IllegalStateException("Expected " + token + " at " + rest());
        }
        at++;
    }

    private String take(Pattern pattern) {
        if (!pattern.matcher(tokens.get(at)).matches()) {
            throw new IllegalStateException("Expected " + pattern + " at " + rest());
        }
        return tokens.get(at++);
    }

    private String rest() {
        return String.join(" ", tokens.subList(at, Math.min(tokens.size(), at + 20)));
    }
}
