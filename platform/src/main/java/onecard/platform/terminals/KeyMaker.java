package onecard.platform.terminals;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import onecard.platform.system.MasterKey;
import onecard.vocabulary.SerialNo;
import org.springframework.stereotype.Component;

/// Makes the keys of terminals and locks them away. Keys are text, because the stock clients take
/// text: 43 letters and digits hold 256 bits.
@Component
class KeyMaker {
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int CHARS = 43;

    private final SecureRandom random = new SecureRandom();
    private final MasterKey masterKey;

    KeyMaker(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    String make() {
        return random.ints(CHARS, 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    byte[] seal(SerialNo terminal, String key) {
        return masterKey.seal(purpose(terminal), key.getBytes(StandardCharsets.US_ASCII));
    }

    SecretKey open(SerialNo terminal, byte[] sealed) {
        return new SecretKeySpec(masterKey.open(purpose(terminal), sealed), "PSK");
    }

    private static String purpose(SerialNo terminal) {
        return "terminal-key:" + terminal.value();
    }
}
