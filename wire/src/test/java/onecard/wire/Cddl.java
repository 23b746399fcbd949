package onecard.wire;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A small checker of CBOR against CDDL (RFC 8610), for the part of CDDL the published reference
/// uses. It reads the published file and another library's objects, and shares nothing with the
/// codec; what it does not know it refuses to read.
final class Cddl {
    /// Something a value can be.
    sealed interface Type {
        record OneOf(List<Type> types) implements Type {}

        record Between(long least, long most) implements Type {}

        record Named(String name) implements Type {}

        record Sized(Type type, long bytes) implements Type {}

        record Shaped(Type type, Pattern pattern) implements Type {}

        record MapOf(List<Entry> entries) implements Type {}

        record ArrayOf(Entry entry) implements Type {}
    }

    /// A member of a map, an array or a group.
    sealed interface Entry {
        record Member(long least, long key, Type type) implements Entry {}

        record Others(Type key, Type type) implements Entry {}

        record Group(long least, String name) implements Entry {}

        record Elements(long least, long most, Type type) implements Entry {}
    }

    private final Map<String, Type> types;
    private final Map<String, List<Entry>> groups;

    Cddl(Map<String, Type> types, Map<String, List<Entry>> groups) {
        this.types = types;
        this.groups = groups;
    }

    static Cddl published() {
        try {
            return new CddlReader(Files.readString(Published.file("terminal-protocol.cddl")))
                    .read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String ruleOfRequest(Resource resource) {
        return resource.name().toLowerCase(Locale.ROOT) + "-request";
    }

    static String ruleOfAnswer(Resource resource) {
        return resource == Resource.ALLOW_LIST || resource == Resource.BLOCK_LIST
                ? "list-answer"
                : resource.name().toLowerCase(Locale.ROOT) + "-answer";
    }

    /// Returns what does not fit, or nothing.
    Optional<String> mismatch(String rule, CBORObject value) {
        return mismatch(new Type.Named(rule), value, rule);
    }

    private Optional<String> mismatch(Type type, CBORObject value, String at) {
        return switch (type) {
            case Type.OneOf(List<Type> types) ->
                    types.stream().anyMatch(one -> mismatch(one, value, at).isEmpty())
                            ? Optional.empty()
                            : Optional.of(at + ": none of the alternatives fits " + value);
            case Type.Between(long least, long most) ->
                    fits(at, value, isLong(value) && within(value.AsInt64Value(), least, most));
            case Type.Sized(Type base, long bytes) ->
                    mismatch(base, value, at)
                            .or(() -> fits(at, value, value.GetByteString().length == bytes));
            case Type.Shaped(Type base, Pattern pattern) ->
                    mismatch(base, value, at)
                            .or(() -> fits(at, value, matches(pattern, value.AsString())));
            case Type.ArrayOf(Entry entry) -> array((Entry.Elements) entry, value, at);
            case Type.MapOf(List<Entry> entries) -> map(entries, value, at);
            case Type.Named(String name) ->
                    types.containsKey(name)
                            ? mismatch(types.get(name), value, at + "/" + name)
                            : fits(at + "/" + name, value, prelude(name, value));
        };
    }

    private static boolean prelude(String name, CBORObject value) {
        if (value.isTagged()) {
            return false;
        }
        CBORType type = value.getType();
        return switch (name) {
            case "int" -> type == CBORType.Integer;
            case "float" -> type == CBORType.FloatingPoint;
            case "bool" -> type == CBORType.Boolean;
            case "null" -> value.isNull();
            case "undefined" -> value.isUndefined();
            case "tstr" -> type == CBORType.TextString;
            case "bstr" -> type == CBORType.ByteString;
            default -> throw new IllegalStateException("No rule is called " + name);
        };
    }

    private Optional<String> array(Entry.Elements entry, CBORObject value, String at) {
        if (value.getType() != CBORType.Array
                || value.isTagged()
                || !within(value.size(), entry.least(), entry.most())) {
            return fits(at, value, false);
        }
        for (int i = 0; i < value.size(); i++) {
            Optional<String> mismatch = mismatch(entry.type(), value.get(i), at + "[" + i + "]");
            if (mismatch.isPresent()) {
                return mismatch;
            }
        }
        return Optional.empty();
    }

    private Optional<String> map(List<Entry> entries, CBORObject value, String at) {
        if (value.getType() != CBORType.Map || value.isTagged()) {
            return fits(at, value, false);
        }
        Set<CBORObject> left = new LinkedHashSet<>(value.getKeys());
        Optional<String> mismatch = members(entries, value, left, at);
        return mismatch.isPresent() || left.isEmpty()
                ? mismatch
                : Optional.of(at + ": nothing allows the keys " + left);
    }

    private Optional<String> members(
            List<Entry> entries, CBORObject map, Set<CBORObject> left, String at) {
        for (Entry entry : entries) {
            Optional<String> mismatch =
                    switch (entry) {
                        case Entry.Member member -> member(member, map, left, at);
                        case Entry.Group(long least, String name) ->
                                least == 0 && !begins(group(name), map)
                                        ? Optional.empty()
                                        : members(group(name), map, left, at);
                        case Entry.Others others -> others(others, map, left, at);
                        case Entry.Elements _ ->
                                throw new IllegalStateException("An element in a map");
                    };
            if (mismatch.isPresent()) {
                return mismatch;
            }
        }
        return Optional.empty();
    }

    private List<Entry> group(String name) {
        return Optional.ofNullable(groups.get(name)).orElseThrow();
    }

    private Optional<String> member(
            Entry.Member member, CBORObject map, Set<CBORObject> left, String at) {
        CBORObject key = CBORObject.FromObject(member.key());
        String inside = at + "." + member.key();
        if (!map.ContainsKey(key)) {
            return member.least() == 0 ? Optional.empty() : Optional.of(inside + ": missing");
        }
        left.remove(key);
        return mismatch(member.type(), map.get(key), inside);
    }

    private Optional<String> others(
            Entry.Others others, CBORObject map, Set<CBORObject> left, String at) {
        for (CBORObject key : List.copyOf(left)) {
            if (mismatch(others.key(), key, at).isEmpty()) {
                left.remove(key);
                Optional<String> mismatch = mismatch(others.type(), map.get(key), at + "." + key);
                if (mismatch.isPresent()) {
                    return mismatch;
                }
            }
        }
        return Optional.empty();
    }

    /// Tells whether an optional group is there: one of its required members is.
    private static boolean begins(List<Entry> group, CBORObject map) {
        return group.stream()
                .anyMatch(entry ->
                        entry instanceof Entry.Member(long least, long key, _)
                                && least == 1
                                && map.ContainsKey(CBORObject.FromObject(key)));
    }

    private static Optional<String> fits(String at, CBORObject value, boolean fits) {
        return fits ? Optional.empty() : Optional.of(at + ": not " + value);
    }

    private static boolean matches(Pattern pattern, String text) {
        return pattern.matcher(text).matches();
    }

    private static boolean isLong(CBORObject value) {
        return value.getType() == CBORType.Integer
                && !value.isTagged()
                && value.CanValueFitInInt64();
    }

    private static boolean within(long value, long least, long most) {
        return value >= least && value <= most;
    }

    /// Where the published files lie, seen from the module that is being tested.
    static final class Published {
        private Published() {}

        static Path file(String name) {
            return Path.of("..", "docs", "reference", name);
        }
    }
}
