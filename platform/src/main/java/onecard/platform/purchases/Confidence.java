package onecard.platform.purchases;

/// How far the kitchen trusts what it remembers of purses. After a tray in which an account was not
/// as remembered some trays are locked before they are decided, and twice as many when it happens
/// again: where other nodes or desks charge the same people all the time, nothing is cooked twice
/// for nothing.
final class Confidence {
    private static final int CAREFUL_MAX = 64;

    private int careful;
    private int next = 1;

    /// Tells whether the next tray may be decided from memory.
    synchronized boolean isThere() {
        if (careful > 0) {
            careful--;
            return false;
        }
        return true;
    }

    /// Everything was as remembered.
    synchronized void confirmed() {
        next = Math.max(next / 2, 1);
    }

    /// Something was not.
    synchronized void shaken() {
        careful = next;
        next = Math.min(next * 2, CAREFUL_MAX);
    }
}
