package onecard.platform.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.spec.SecretKeySpec;
import onecard.platform.terminals.TerminalKeys;
import onecard.vocabulary.SerialNo;

/// A key ring that a test turns.
final class Keys implements TerminalKeys {
    private final Map<SerialNo, List<Key>> keys = new ConcurrentHashMap<>();
    final List<String> knocked = new CopyOnWriteArrayList<>();
    final List<Integer> opened = new CopyOnWriteArrayList<>();

    Keys with(SerialNo terminal, String... newestFirst) {
        List<Key> list = new ArrayList<>();
        for (int n = 0; n < newestFirst.length; n++) {
            list.add(
                    new Key(
                            newestFirst.length - n,
                            new SecretKeySpec(
                                    newestFirst[n].getBytes(StandardCharsets.US_ASCII), "PSK")));
        }
        keys.put(terminal, list);
        return this;
    }

    /// Takes away all keys but the newest.
    void retireOld(SerialNo terminal) {
        keys.computeIfPresent(terminal, (_, list) -> List.of(list.getFirst()));
    }

    void revoke(SerialNo terminal) {
        keys.remove(terminal);
    }

    @Override
    public List<Key> keysOf(SerialNo terminal) {
        return keys.getOrDefault(terminal, List.of());
    }

    @Override
    public boolean fits(SerialNo terminal, int keyNumber) {
        return keysOf(terminal).stream()
                .anyMatch(key -> keyNumber == 0 || key.number() == keyNumber);
    }

    @Override
    public void knocked(String identity, String address) {
        knocked.add(identity + " " + address.replaceAll(":[0-9]+$", ""));
    }

    @Override
    public void opened(SerialNo terminal, int keyNumber) {
        opened.add(keyNumber);
    }
}
