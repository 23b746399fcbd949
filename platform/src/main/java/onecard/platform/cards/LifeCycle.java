package onecard.platform.cards;

import onecard.platform.system.ProblemKind;

/// The life cycle of cards and accounts (`D-21`, `D-23`, `D-36`, `D-49`): what each move makes of
/// each stand, or why it cannot be. Pure; what depends on money, on other people's cards or on
/// terminals is decided by whoever makes the move.
final class LifeCycle {
    private LifeCycle() {}

    /// What a move comes to.
    sealed interface Step {
        record Goes(CardStand next) implements Step {}

        record Refused(ProblemKind why) implements Step {}
    }

    static Step step(CardStand stand, CardMove move) {
        return switch (stand) {
            case CardStand.NoAccount _ -> withoutAccount(move);
            case CardStand.Closed _ ->
                    move == CardMove.REOPEN
                            ? goes(new CardStand.Account(false, Hand.NOTHING, false))
                            : refused(CardProblems.CLOSED);
            case CardStand.Account account -> of(account, move);
        };
    }

    private static Step withoutAccount(CardMove move) {
        return switch (move) {
            case OPEN_ACCOUNT -> goes(new CardStand.Account(false, Hand.NOTHING, false));
            case ISSUE -> goes(new CardStand.Account(false, Hand.VALID, false));
            case EXTEND,
                    REPORT_LOSS,
                    CANCEL_LOSS,
                    REPLACE,
                    REPLACE_AND_HOLD,
                    REPLACE_DAMAGED,
                    TAKE_OVER,
                    FREEZE,
                    UNFREEZE,
                    RETURN_CARD,
                    CLOSE_WITH_CARD,
                    CLOSE_WITHOUT_CARD,
                    CLOSE_FROZEN,
                    REOPEN ->
                    refused(CardProblems.NOT_OPEN);
        };
    }

    private static Step of(CardStand.Account account, CardMove move) {
        return switch (move) {
            case OPEN_ACCOUNT -> goes(account);
            case ISSUE -> issue(account);
            case EXTEND -> withCard(account, Hand.VALID);
            case REPORT_LOSS ->
                    withCard(
                            account,
                            account.hand() == Hand.EXPIRED ? Hand.LOST_EXPIRED : Hand.LOST);
            case CANCEL_LOSS ->
                    withLostCard(
                            account,
                            account.hand() == Hand.LOST_EXPIRED ? Hand.EXPIRED : Hand.VALID);
            case REPLACE -> unfrozen(account, withLostCard(account, Hand.VALID));
            case REPLACE_AND_HOLD ->
                    unfrozen(account, withLostCard(account.holding(true), Hand.VALID));
            case REPLACE_DAMAGED -> unfrozen(account, withCard(account, Hand.VALID));
            case TAKE_OVER ->
                    account.holding()
                            ? goes(account.holding(false))
                            : refused(CardProblems.NOTHING_HELD);
            case FREEZE ->
                    account.frozen() ? refused(CardProblems.FROZEN) : goes(account.frozen(true));
            case UNFREEZE ->
                    account.frozen()
                            ? goes(account.frozen(false))
                            : refused(CardProblems.NOT_FROZEN);
            case RETURN_CARD -> withCard(account, Hand.NOTHING);
            case CLOSE_WITH_CARD -> close(account, withCard(account, Hand.NOTHING));
            case CLOSE_WITHOUT_CARD -> close(account, goes(account));
            case CLOSE_FROZEN ->
                    account.frozen()
                            ? close(account, goes(account))
                            : refused(CardProblems.NOT_FROZEN);
            case REOPEN -> refused(CardProblems.NOT_CLOSED);
        };
    }

    private static Step issue(CardStand.Account account) {
        if (account.frozen()) {
            return refused(CardProblems.FROZEN);
        }
        return switch (account.hand()) {
            case NOTHING, EXPIRED -> goes(account.with(Hand.VALID));
            case VALID -> refused(CardProblems.HAS_CARD);
            case LOST, LOST_EXPIRED -> refused(CardProblems.CARD_LOST);
        };
    }

    private static Step withCard(CardStand.Account account, Hand then) {
        return switch (account.hand()) {
            case VALID, EXPIRED -> goes(account.with(then));
            case LOST, LOST_EXPIRED -> refused(CardProblems.CARD_LOST);
            case NOTHING -> refused(CardProblems.NO_CARD);
        };
    }

    private static Step withLostCard(CardStand.Account account, Hand then) {
        return switch (account.hand()) {
            case LOST, LOST_EXPIRED -> goes(account.with(then));
            case VALID, EXPIRED -> refused(CardProblems.NOT_LOST);
            case NOTHING -> refused(CardProblems.NO_CARD);
        };
    }

    private static Step unfrozen(CardStand.Account account, Step otherwise) {
        return account.frozen() ? refused(CardProblems.FROZEN) : otherwise;
    }

    /// A held balance is taken over first: a late record of the old card may still need it.
    private static Step close(CardStand.Account account, Step ifCard) {
        return switch (ifCard) {
            case Step.Refused refused -> refused;
            case Step.Goes _ ->
                    account.holding() ? refused(CardProblems.BALANCE_HELD) : goes(CardStand.CLOSED);
        };
    }

    private static Step goes(CardStand next) {
        return new Step.Goes(next);
    }

    private static Step refused(ProblemKind why) {
        return new Step.Refused(why);
    }
}
