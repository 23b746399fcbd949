package onecard.platform.cards;

/// Where somebody stands with the card centre (`D-21`): the whole state of a person's cards and
/// account. [LifeCycle] says what can follow on what.
sealed interface CardStand {
    /// Nobody opened an account yet.
    record NoAccount() implements CardStand {}

    /// The account is closed; there is no card and no money.
    record Closed() implements CardStand {}

    /// @param frozen whether nothing works (冻结)
    /// @param hand the card
    /// @param holding whether the balance of an earlier card is held (`D-37`)
    record Account(boolean frozen, Hand hand, boolean holding) implements CardStand {
        Account with(Hand other) {
            return new Account(frozen, other, holding);
        }

        Account holding(boolean held) {
            return new Account(frozen, hand, held);
        }

        Account frozen(boolean now) {
            return new Account(now, hand, holding);
        }
    }

    CardStand NO_ACCOUNT = new NoAccount();
    CardStand CLOSED = new Closed();

    static CardStand of(AccountState state, Hand hand, boolean holding) {
        return switch (state) {
            case OPEN -> new Account(false, hand, holding);
            case FROZEN -> new Account(true, hand, holding);
            case CLOSED -> CLOSED;
        };
    }
}
