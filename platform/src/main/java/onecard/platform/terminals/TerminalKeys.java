package onecard.platform.terminals;

import java.util.List;
import javax.crypto.SecretKey;
import onecard.vocabulary.SerialNo;

/// The keys of terminals, for handshakes. Everything is answered from memory, which is never more
/// than a second behind a change made on another node.
public interface TerminalKeys {
    /// Returns the keys with which this terminal may come, the newest first: two while a key is
    /// being replaced, none for who is not registered or was revoked.
    List<Key> keysOf(SerialNo terminal);

    /// Tells whether a session opened with this key may go on; 0 stands for a session that has
    /// forgotten which key it was.
    boolean fits(SerialNo terminal, int keyNumber);

    /// Notes that a handshake was tried under a name that is not registered.
    void knocked(String identity, String address);

    /// Notes that a session was opened with this key. When it is the newest one, the older is
    /// retired.
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
