package onecard.platform.purchases;

/// Says which promise is broken.
final class Broken {
    private Broken() {}

    static void unless(boolean kept, String promise, Object about) {
        if (!kept) {
            throw new AssertionError("Broken: " + promise + ": " + about);
        }
    }

    static void unlessSame(String what, Object one, Object other) {
        unless(one.equals(other), what + " is the same", one + " / " + other);
    }
}
