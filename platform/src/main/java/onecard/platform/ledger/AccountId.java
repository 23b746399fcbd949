package onecard.platform.ledger;

/// The account of one person, which holds the purses. The number is the person's.
///
/// @param value 1 or more
public record AccountId(int value) implements Comparable<AccountId> {
    public AccountId {
        if (value < 1) {
            throw new IllegalArgumentException("An account number is 1 or more, not " + value);
        }
    }

    /// Returns a purse of this account.
    public Side.PurseOf purse(Purse purse) {
        return new Side.PurseOf(this, purse);
    }

    @Override
    public int compareTo(AccountId other) {
        return Integer.compare(value, other.value);
    }
}
