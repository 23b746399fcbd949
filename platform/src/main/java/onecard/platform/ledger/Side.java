package onecard.platform.ledger;

/// One side of a transfer: a purse of a person, or an account of the house.
public sealed interface Side {
    /// A purse of a person.
    record PurseOf(AccountId account, Purse purse) implements Side {
        @Override
        public long number() {
            return (long) account.value() * PURSES + purse.code();
        }
    }

    /// An account of the house.
    ///
    /// @param kind what it is for
    /// @param ref which one of its kind: the merchant, the operator of the desk; 0 where there is
    ///   one only
    record House(HouseKind kind, int ref) implements Side {
        public House {
            if (ref < 0) {
                throw new IllegalArgumentException("A house account is 0 or more, not " + ref);
            }
        }

        @Override
        public long number() {
            return -(((long) kind.code() << REF_BITS) | ref);
        }
    }

    /// How far apart the numbers of two persons' purses lie.
    int PURSES = 8;

    /// How many bits of a house account's number say which one of its kind it is.
    int REF_BITS = 32;

    /// Returns the account number as it stands in the entries: purses positive, house accounts
    /// negative.
    long number();

    /// Returns the side with this account number, or throws `IllegalArgumentException` or
    /// `ArithmeticException` if none can have it.
    static Side ofNumber(long number) {
        if (number > 0) {
            return new AccountId(Math.toIntExact(number / PURSES))
                    .purse(Purse.ofCode((int) (number % PURSES)));
        }
        return new House(
                HouseKind.ofCode((int) (-number >>> REF_BITS)),
                Math.toIntExact(-number & 0xFFFF_FFFFL));
    }

    /// Returns the account to which a merchant's takings go.
    static House merchant(int merchant) {
        return new House(HouseKind.MERCHANT, merchant);
    }

    /// Returns the drawer of a desk operator.
    static House desk(int operator) {
        return new House(HouseKind.DESK, operator);
    }

    /// Returns the fund from which subsidies come and to which expired ones go back.
    static House subsidyFund() {
        return new House(HouseKind.SUBSIDY_FUND, 0);
    }

    /// Returns the account of the deposits of cards that are out.
    static House cardDeposits() {
        return new House(HouseKind.CARD_DEPOSITS, 0);
    }

    /// Returns the account of what of card costs is never returned.
    static House cardFees() {
        return new House(HouseKind.CARD_FEES, 0);
    }

    /// Returns the account of money that has no known owner yet.
    static House unassigned() {
        return new House(HouseKind.UNASSIGNED, 0);
    }
}
