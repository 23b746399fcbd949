package onecard.platform.system.node;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM with the id of the key in front, so that keys can be changed one day.
///
/// | bytes | what |
/// |---|---|
/// | 1 | version of this layout, 1 |
/// | 4 | id of the key |
/// | 12 | nonce |
/// | n + 16 | sealed bytes and tag; the purpose is authenticated too |
final class Seal {
    static final int KEY_BYTES = 32;

    private static final byte LAYOUT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int HEAD_BYTES = 1 + Integer.BYTES + NONCE_BYTES;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final SortedMap<Integer, SecretKey> keys = new TreeMap<>();
    private final SecureRandom random = new SecureRandom();

    /// Takes the keys there are; the one with the highest id seals.
    Seal(SortedMap<Integer, byte[]> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There is at least one key");
        }
        keys.forEach((id, bytes) -> {
            if (bytes.length != KEY_BYTES) {
                throw new IllegalArgumentException(
                        "A master key has %d bytes, not %d".formatted(KEY_BYTES, bytes.length));
            }
            this.keys.put(id, new SecretKeySpec(bytes, "AES"));
        });
    }

    int newest() {
        return keys.lastKey();
    }

    byte[] seal(String purpose, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, newest(), nonce, purpose).doFinal(plain);
            return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                    .put(LAYOUT)
                    .putInt(newest())
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + CIPHER, e);
        }
    }

    byte[] open(String purpose, byte[] sealed) {
        if (sealed.length < HEAD_BYTES + TAG_BITS / 8 || sealed[0] != LAYOUT) {
            throw new IllegalArgumentException("These bytes were not sealed here");
        }
        ByteBuffer head = ByteBuffer.wrap(sealed, 1, HEAD_BYTES - 1);
        int id = head.getInt();
        byte[] nonce = new byte[NONCE_BYTES];
        head.get(nonce);
        if (!keys.containsKey(id)) {
            throw new IllegalArgumentException("The master key %d is not here".formatted(id));
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, id, nonce, purpose)
                    .doFinal(Arrays.copyOfRange(sealed, HEAD_BYTES, sealed.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "These bytes were changed, or sealed for something else than " + purpose, e);
        }
    }

    private Cipher cipher(int mode, int id, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, keys.get(id), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
