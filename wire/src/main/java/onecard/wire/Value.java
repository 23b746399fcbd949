package onecard.wire;

import java.util.List;

/// A piece of CBOR without its bytes. Only what the protocol uses has a name; all else is [Alien]
/// and can be skipped, but not read.
sealed interface Value
        permits Value.Whole,
                Value.Octets,
                Value.Text,
                Value.Truth,
                Value.Items,
                Fields,
                Value.Alien {
    record Whole(long value) implements Value {}

    record Text(String value) implements Value {}

    record Truth(boolean value) implements Value {}

    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// Something the protocol never asks for.
    record Alien(String what) implements Value {}

    /// A byte string. Whoever hands over the bytes no longer changes them.
    final class Octets implements Value {
        private final byte[] bytes;

        Octets(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /// Returns how a person who debugs a terminal would call this.
    default String what() {
        return switch (this) {
            case Whole _ -> "an integer";
            case Octets _ -> "a byte string";
            case Text _ -> "a text";
            case Truth _ -> "true or false";
            case Items _ -> "an array";
            case Fields _ -> "a map";
            case Alien(String what) -> what;
        };
    }
}
