package onecard.platform.reports;

/// How many purchases, and what they charged.
record Tally(long count, long cents) {
    static final Tally NOTHING = new Tally(0, 0);

    Tally plus(Tally other) {
        return new Tally(Math.addExact(count, other.count), Math.addExact(cents, other.cents));
    }

    Tally minus(Tally other) {
        return new Tally(
                Math.subtractExact(count, other.count), Math.subtractExact(cents, other.cents));
    }

    /// Returns the amount alone: a correction is no purchase more.
    Tally withoutCount() {
        return new Tally(0, cents);
    }

    boolean isNothing() {
        return count == 0 && cents == 0;
    }
}
