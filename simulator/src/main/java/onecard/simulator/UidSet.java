package onecard.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import onecard.vocabulary.CardUid;

/// Many card serials in little memory: eleven bytes each, in order. Unchanging.
final class UidSet {
    static final UidSet EMPTY = new UidSet(new byte[0]);

    /// The length and ten bytes, of which a short serial leaves the last ones zero.
    private static final int EACH = 11;

    private final byte[] sorted;

    private UidSet(byte[] sorted) {
        this.sorted = sorted;
    }

    static UidSet of(Collection<CardUid> uids) {
        byte[][] rows = uids.stream().map(UidSet::row).toArray(byte[][]::new);
        Arrays.sort(rows, Arrays::compareUnsigned);
        byte[] sorted = new byte[rows.length * EACH];
        int size = 0;
        for (byte[] row : rows) {
            if (size == 0 || compare(sorted, size - EACH, row) != 0) {
                System.arraycopy(row, 0, sorted, size, EACH);
                size += EACH;
            }
        }
        return new UidSet(Arrays.copyOf(sorted, size));
    }

    private static byte[] row(CardUid uid) {
        byte[] bytes = uid.bytes();
        byte[] row = new byte[EACH];
        row[0] = (byte) bytes.length;
        System.arraycopy(bytes, 0, row, 1, bytes.length);
        return row;
    }

    private static int compare(byte[] sorted, int at, byte[] row) {
        return Arrays.compareUnsigned(sorted, at, at + EACH, row, 0, EACH);
    }

    /// Returns this with some taken off and some added.
    UidSet with(Collection<CardUid> added, Collection<CardUid> removed) {
        UidSet without = removed.isEmpty() ? EMPTY : of(removed);
        List<CardUid> all = new ArrayList<>(added);
        // A difference of a few cards must not make objects of a hundred thousand.
        UidSet more = of(all);
        byte[] merged = new byte[sorted.length + more.sorted.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < sorted.length || theirs < more.sorted.length) {
            int order = order(mine, more, theirs);
            byte[] from = order <= 0 ? sorted : more.sorted;
            int at = order <= 0 ? mine : theirs;
            boolean stays = order >= 0 || !without.holds(from, at);
            if (stays) {
                System.arraycopy(from, at, merged, size, EACH);
                size += EACH;
            }
            mine += order <= 0 ? EACH : 0;
            theirs += order >= 0 ? EACH : 0;
        }
        return new UidSet(Arrays.copyOf(merged, size));
    }

    private int order(int mine, UidSet more, int theirs) {
        if (mine == sorted.length) {
            return 1;
        }
        if (theirs == more.sorted.length) {
            return -1;
        }
        return Arrays.compareUnsigned(
                sorted, mine, mine + EACH, more.sorted, theirs, theirs + EACH);
    }

    private boolean holds(byte[] from, int at) {
        return holds(Arrays.copyOfRange(from, at, at + EACH));
    }

    boolean contains(CardUid uid) {
        return holds(row(uid));
    }

    private boolean holds(byte[] row) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(sorted, middle * EACH, row);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    int size() {
        return sorted.length / EACH;
    }

    List<CardUid> toList() {
        List<CardUid> uids = new ArrayList<>(size());
        for (int at = 0; at < sorted.length; at += EACH) {
            uids.add(CardUid.of(Arrays.copyOfRange(sorted, at + 1, at + 1 + sorted[at])));
        }
        return uids;
    }
}
