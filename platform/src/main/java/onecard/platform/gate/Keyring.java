package onecard.platform.gate;

import java.util.List;
import javax.crypto.SecretKey;
import onecard.vocabulary.SerialNo;

/// Whose keys fit. Asked for every handshake and for every message, from memory.
public interface Keyring {
    /// Returns the keys with which this terminal may come, the newest first: two while a key is
    /// being replaced, none for who is not registered or was shut out.
    List<Key> keysOf(SerialNo terminal);

    /// Notes that a handshake was tried under a name that is not registered.
    void knocked(String identity, String address);

    /// Notes that a session was opened with this key.
    void opened(SerialNo terminal, int keyNumber);

    /// A key of a terminal.
    ///
    /// @param number counts the keys of a terminal, from 1
    /// @param secret the characters of the key as bytes
    record Key(int number, SecretKey secret) {
        /// Says which key, never its characters.
        @Override
        public String toString() {
            return "Key[number=" + number + "]";
        }
    }
}
