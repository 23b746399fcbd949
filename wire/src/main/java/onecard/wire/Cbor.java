package onecard.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORFactory;

/// Bytes ↔ [Value]s; the only class that knows the CBOR library.
final class Cbor {
    private static final CBORFactory FACTORY = new CBORFactory();

    private Cbor() {}

    static Fields read(byte[] bytes) throws MalformedException {
        WellFormed.check(bytes);
        try (JsonParser parser =
                FACTORY.createParser(ObjectReadContext.empty(), bytes, 0, bytes.length)) {
            parser.nextToken();
            return fields(parser);
        } catch (JacksonException e) {
            throw new MalformedException("", "not CBOR: " + e.getOriginalMessage());
        }
    }

    private static Fields fields(JsonParser parser) throws MalformedException {
        Fields fields = new Fields();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int key = Integer.parseInt(parser.currentName());
            parser.nextToken();
            if (fields.values().put(key, value(parser)) != null) {
                throw new MalformedException("", "key %d comes twice".formatted(key));
            }
        }
        return fields;
    }

    private static Value value(JsonParser parser) throws MalformedException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> items(parser);
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_STRING -> new Value.Text(parser.getString());
            case VALUE_TRUE -> new Value.Truth(true);
            case VALUE_FALSE -> new Value.Truth(false);
            case VALUE_EMBEDDED_OBJECT ->
                    parser.getEmbeddedObject() instanceof byte[] bytes
                            ? new Value.Octets(bytes)
                            : new Value.Alien("something undefined");
            case VALUE_NUMBER_FLOAT -> new Value.Alien("a fraction");
            case VALUE_NULL -> new Value.Alien("null");
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE ->
                    throw new MalformedException("", "not CBOR: " + parser.currentToken());
        };
    }

    private static Value items(JsonParser parser) throws MalformedException {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Value.Items(items);
    }

    private static Value whole(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT, LONG -> new Value.Whole(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL ->
                    new Value.Alien("an integer beyond 64 bits");
        };
    }

    /// Writes shortest forms, definite lengths and rising keys: the deterministic encoding of RFC
    /// 8949 §4.2.1.
    static byte[] write(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(generator, fields);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator generator, Value value) {
        switch (value) {
            case Value.Whole(long number) -> generator.writeNumber(number);
            case Value.Text(String text) -> generator.writeString(text);
            case Value.Truth(boolean truth) -> generator.writeBoolean(truth);
            case Value.Octets octets -> generator.writeBinary(octets.bytes());
            case Value.Items(List<Value> items) -> {
                generator.writeStartArray(items, items.size());
                items.forEach(item -> write(generator, item));
                generator.writeEndArray();
            }
            case Fields fields -> {
                generator.writeStartObject(fields, fields.values().size());
                for (Map.Entry<Integer, Value> entry : fields.values().entrySet()) {
                    generator.writePropertyId(entry.getKey());
                    write(generator, entry.getValue());
                }
                generator.writeEndObject();
            }
            case Value.Alien(String what) ->
                    throw new IllegalStateException("Nobody writes " + what);
        }
    }
}
