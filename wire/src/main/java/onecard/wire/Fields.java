package onecard.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import onecard.vocabulary.Money;

/// A map with integer keys, and the questions a message asks it. Keys nobody asks for are ignored.
final class Fields implements Value {
    private final SortedMap<Integer, Value> values = new TreeMap<>();

    SortedMap<Integer, Value> values() {
        return values;
    }

    boolean has(Field field) {
        return values.containsKey(field.key());
    }

    // Filling: what a writer says.

    Fields put(Field field, Value value) {
        values.put(field.key(), value);
        return this;
    }

    Fields put(Field field, long value) {
        return put(field, new Whole(value));
    }

    Fields put(Field field, Money amount) {
        return put(field, amount.cents());
    }

    Fields put(Field field, String text) {
        return put(field, new Text(text));
    }

    /// Leaves out what is false, as every reader takes absence for it.
    Fields putIfTrue(Field field, boolean value) {
        return value ? put(field, new Truth(true)) : this;
    }

    // Asking: what a reader wants, by name.

    long whole(Field field, long least, long most) throws MalformedException {
        if (!(required(field) instanceof Whole(long value))) {
            throw wrong(field, "an integer");
        }
        if (value < least || value > most) {
            throw new MalformedException(
                    field.name(), "expected %d to %d, got %d".formatted(least, most, value));
        }
        return value;
    }

    long wholeOr(Field field, long least, long most, long absent) throws MalformedException {
        return has(field) ? whole(field, least, most) : absent;
    }

    Money money(Field field) throws MalformedException {
        return Money.ofCents(whole(field, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    Money money(Field field, long least, long most) throws MalformedException {
        return Money.ofCents(whole(field, least, most));
    }

    String text(Field field, int leastChars, int mostChars) throws MalformedException {
        if (!(required(field) instanceof Text(String text))) {
            throw wrong(field, "a text");
        }
        if (text.length() < leastChars || text.length() > mostChars) {
            throw new MalformedException(
                    field.name(),
                    "expected %d to %d characters, got %d"
                            .formatted(leastChars, mostChars, text.length()));
        }
        if (!Limits.isPlain(text)) {
            throw new MalformedException(field.name(), "control characters in a text");
        }
        return text;
    }

    byte[] octets(Field field) throws MalformedException {
        if (!(required(field) instanceof Octets octets)) {
            throw wrong(field, "a byte string");
        }
        return octets.bytes();
    }

    boolean truth(Field field) throws MalformedException {
        if (!has(field)) {
            return false;
        }
        if (!(required(field) instanceof Truth(boolean value))) {
            throw wrong(field, "true or false");
        }
        return value;
    }

    List<Value> items(Field field, int least, int most) throws MalformedException {
        if (!(required(field) instanceof Items(List<Value> items))) {
            throw wrong(field, "an array");
        }
        if (items.size() < least || items.size() > most) {
            throw new MalformedException(
                    field.name(),
                    "expected %d to %d elements, got %d".formatted(least, most, items.size()));
        }
        return items;
    }

    /// Returns the array's elements, each of which must be a map.
    List<Fields> maps(Field field, int least, int most) throws MalformedException {
        List<Fields> maps = new ArrayList<>();
        for (Value item : items(field, least, most)) {
            if (!(item instanceof Fields map)) {
                throw new MalformedException(
                        field.name(), "expected maps in the array, got " + item.what());
            }
            maps.add(map);
        }
        return maps;
    }

    Fields map(Field field) throws MalformedException {
        if (!(required(field) instanceof Fields map)) {
            throw wrong(field, "a map");
        }
        return map;
    }

    Optional<Fields> mapIfAny(Field field) throws MalformedException {
        return has(field) ? Optional.of(map(field)) : Optional.empty();
    }

    private Value required(Field field) throws MalformedException {
        Value value = values.get(field.key());
        if (value == null) {
            throw new MalformedException(field.name(), "missing, key " + field.key());
        }
        return value;
    }

    private MalformedException wrong(Field field, String expected) {
        String got = Map.copyOf(values).getOrDefault(field.key(), new Alien("nothing")).what();
        return new MalformedException(field.name(), "expected %s, got %s".formatted(expected, got));
    }
}
