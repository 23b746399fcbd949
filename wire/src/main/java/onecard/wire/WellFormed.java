package onecard.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The gate before the CBOR library: one pass over the bytes that lets in only the part of CBOR
/// (RFC 8949, appendix C) the protocol speaks. Behind it no declared length is longer than what is
/// there, nothing nests deeper than [Limits#MAX_DEPTH], every key is a small unsigned integer and
/// every text is UTF-8; so what strangers send costs time in proportion to its length, and no
/// memory.
final class WellFormed {
    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int OCTETS = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int INDEFINITE = 31;
    private static final int BREAK = 0xFF;

    private final byte[] bytes;
    private int at;

    private WellFormed(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Returns if the bytes are exactly one map.
    static void check(byte[] bytes) throws MalformedException {
        WellFormed pass = new WellFormed(bytes);
        if (bytes.length == 0) {
            throw malformed("empty, a CBOR map is expected");
        }
        if ((bytes[0] & 0xFF) >> 5 != MAP) {
            throw malformed("a CBOR map is expected");
        }
        pass.item(1);
        if (pass.at != bytes.length) {
            throw malformed("%d bytes after the end".formatted(bytes.length - pass.at));
        }
    }

    private void item(int depth) throws MalformedException {
        if (depth > Limits.MAX_DEPTH) {
            throw malformed("nested deeper than " + Limits.MAX_DEPTH);
        }
        int head = next();
        int info = head & 0x1F;
        switch (head >> 5) {
            case UNSIGNED, NEGATIVE -> argument(info);
            case OCTETS -> skip(argument(info));
            case TEXT -> text(argument(info));
            case ARRAY -> array(info, depth);
            case MAP -> map(info, depth);
            case TAG -> throw malformed("a tag at byte %d, none is used".formatted(at - 1));
            default -> simple(info);
        }
    }

    private void array(int info, int depth) throws MalformedException {
        if (info == INDEFINITE) {
            while (!broken()) {
                item(depth + 1);
            }
            return;
        }
        long count = argument(info);
        if (count > left()) {
            throw malformed("an array of %d longer than the message".formatted(count));
        }
        for (long i = 0; i < count; i++) {
            item(depth + 1);
        }
    }

    private void map(int info, int depth) throws MalformedException {
        if (info == INDEFINITE) {
            while (!broken()) {
                pair(depth);
            }
            return;
        }
        long count = argument(info);
        if (count > left() / 2) {
            throw malformed("a map of %d longer than the message".formatted(count));
        }
        for (long i = 0; i < count; i++) {
            pair(depth);
        }
    }

    private void pair(int depth) throws MalformedException {
        int head = next();
        if (head >> 5 != UNSIGNED || argument(head & 0x1F) > Limits.MAX_KEY) {
            throw malformed("a key is an integer from 0 to " + Limits.MAX_KEY);
        }
        item(depth + 1);
    }

    private void simple(int info) throws MalformedException {
        switch (info) {
            case 20, 21, 22, 23 -> {}
            case 25 -> skip(2);
            case 26 -> skip(4);
            case 27 -> skip(8);
            default -> throw malformed("a simple value nobody has defined at byte " + (at - 1));
        }
    }

    private void text(long length) throws MalformedException {
        int from = at;
        skip(length);
        try {
            var _ =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, from, at - from));
        } catch (CharacterCodingException _) {
            throw malformed("a text that is not UTF-8 at byte " + from);
        }
    }

    /// Reads the argument of a head. Beyond 2^63 it is only ever compared, as "too long".
    private long argument(int info) throws MalformedException {
        if (info < 24) {
            return info;
        }
        if (info > 27) {
            throw malformed(
                    info == INDEFINITE
                            ? "a string or number without a length at byte " + (at - 1)
                            : "a reserved length at byte " + (at - 1));
        }
        long value = 0;
        for (int i = 0; i < 1 << (info - 24); i++) {
            value = value << 8 | next();
        }
        return value < 0 ? Long.MAX_VALUE : value;
    }

    private boolean broken() throws MalformedException {
        if (left() == 0) {
            throw cutShort();
        }
        if ((bytes[at] & 0xFF) == BREAK) {
            at++;
            return true;
        }
        return false;
    }

    private int next() throws MalformedException {
        if (left() == 0) {
            throw cutShort();
        }
        return bytes[at++] & 0xFF;
    }

    private void skip(long length) throws MalformedException {
        if (length > left()) {
            throw cutShort();
        }
        at += (int) length;
    }

    private int left() {
        return bytes.length - at;
    }

    private MalformedException cutShort() {
        return malformed("cut short after %d bytes".formatted(bytes.length));
    }

    private static MalformedException malformed(String reason) {
        return new MalformedException("", reason);
    }
}
