package onecard.wire;

import onecard.vocabulary.Money;

/// Amounts that must add up, checked before a record is built of them.
final class Sums {
    private Sums() {}

    static void check(Field field, Money whole, Money one, Money other) throws MalformedException {
        long sum = one.cents() + other.cents();
        boolean overflow = ((one.cents() ^ sum) & (other.cents() ^ sum)) < 0;
        if (overflow || sum != whole.cents()) {
            throw new MalformedException(field.name(), "the parts do not add up to it");
        }
    }
}
