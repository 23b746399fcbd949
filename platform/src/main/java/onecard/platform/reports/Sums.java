package onecard.platform.reports;

/// What purchases come to. Sums are exact or loud.
///
/// @param count purchases less voids
/// @param cash cents from cash purses
/// @param subsidy cents from subsidy purses
/// @param total cents charged, kept apart from its parts, so that they can be compared
/// @param discount cents that rules took off
/// @param corrections cents of the total that came in by corrections
record Sums(long count, long cash, long subsidy, long total, long discount, long corrections) {
    static final Sums NOTHING = new Sums(0, 0, 0, 0, 0, 0);

    Sums plus(Sums other) {
        return new Sums(
                Math.addExact(count, other.count),
                Math.addExact(cash, other.cash),
                Math.addExact(subsidy, other.subsidy),
                Math.addExact(total, other.total),
                Math.addExact(discount, other.discount),
                Math.addExact(corrections, other.corrections));
    }

    /// Tells whether the parts make the whole (`M-245`).
    boolean adds() {
        return Math.addExact(cash, subsidy) == total;
    }

    boolean isNothing() {
        return equals(NOTHING);
    }
}
