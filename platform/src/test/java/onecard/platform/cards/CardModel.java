package onecard.platform.cards;

import java.time.LocalDate;
import java.util.Optional;

/// One person's cards and purses as simply as it can be said, and what the house got by them. What
/// the life cycle allows is read from its table; here is only what becomes of the money.
final class CardModel {
    /// What the house has, in cents.
    static final class House {
        long drawer;
        long fund;
        long deposits;
        long fees;
        long merchants;
    }

    private final House house;
    CardStand stand = CardStand.NO_ACCOUNT;
    long cash;
    long subsidy;
    long heldCash;
    long heldSubsidy;
    Optional<LocalDate> until = Optional.empty();
    private Optional<LocalDate> heldUntil = Optional.empty();
    private long deposit;

    CardModel(House house) {
        this.house = house;
    }

    /// Makes a move, and tells how it ends.
    String move(CardMove move, long cost, long fee, LocalDate today) {
        var step = LifeCycle.step(stand, move);
        if (step instanceof LifeCycle.Step.Refused(var why)) {
            return why.name();
        }
        var next = ((LifeCycle.Step.Goes) step).next();
        boolean closes = next.equals(CardStand.CLOSED);
        if (closes && cash < 0) {
            return "account-in-debt";
        }
        if (closes) {
            empty(today);
        }
        card(move, Math.min(fee, cost), cost, today);
        stand = next;
        return "done";
    }

    private void card(CardMove move, long fee, long cost, LocalDate today) {
        switch (move) {
            case ISSUE, REPLACE_DAMAGED -> pay(cost, fee);
            case REPLACE -> {
                forfeit();
                pay(cost, fee);
            }
            case REPLACE_AND_HOLD -> {
                forfeit();
                pay(cost, fee);
                hold(today);
            }
            case TAKE_OVER -> takeOver(today);
            case RETURN_CARD, CLOSE_WITH_CARD -> {
                house.drawer -= deposit;
                house.deposits -= deposit;
                deposit = 0;
            }
            case CLOSE_WITHOUT_CARD, CLOSE_FROZEN -> forfeit();
            case OPEN_ACCOUNT, EXTEND, REPORT_LOSS, CANCEL_LOSS, FREEZE, UNFREEZE, REOPEN -> {}
        }
    }

    private void pay(long cost, long fee) {
        house.drawer += cost;
        house.fees += fee;
        house.deposits += cost - fee;
        deposit += cost - fee;
    }

    private void forfeit() {
        house.deposits -= deposit;
        house.fees += deposit;
        deposit = 0;
    }

    private void empty(LocalDate today) {
        expire(today);
        house.drawer -= cash;
        house.fund += subsidy;
        cash = 0;
        subsidy = 0;
    }

    private void expire(LocalDate today) {
        if (until.isPresent() && today.isAfter(until.get())) {
            house.fund += subsidy;
            subsidy = 0;
        }
    }

    private void hold(LocalDate today) {
        expire(today);
        heldUntil = together(heldSubsidy, heldUntil, subsidy, until);
        heldCash += Math.max(cash, 0);
        cash = Math.min(cash, 0);
        heldSubsidy += subsidy;
        subsidy = 0;
    }

    private void takeOver(LocalDate today) {
        expire(today);
        if (heldUntil.isPresent() && today.isAfter(heldUntil.get())) {
            house.fund += heldSubsidy;
            heldSubsidy = 0;
        }
        if (heldSubsidy > 0) {
            until = together(heldSubsidy, heldUntil, subsidy, until);
        }
        cash += heldCash;
        subsidy += heldSubsidy;
        heldCash = 0;
        heldSubsidy = 0;
    }

    /// Nobody loses a day of a subsidy by its being put together with another.
    private static Optional<LocalDate> together(
            long one, Optional<LocalDate> until, long other, Optional<LocalDate> otherUntil) {
        if (one == 0) {
            return otherUntil;
        }
        if (other == 0) {
            return until;
        }
        return until.flatMap(day -> otherUntil.map(last -> last.isAfter(day) ? last : day));
    }

    /// Tops up, and tells how it ends.
    String topUp(
            long paid, long granted, boolean clear, Optional<LocalDate> last, LocalDate today) {
        var closed = closedForMoney();
        if (closed.isPresent()) {
            return closed.get();
        }
        if (granted > 0) {
            expire(today);
            if (clear) {
                house.fund += subsidy;
                subsidy = 0;
            }
            subsidy += granted;
            house.fund -= granted;
            until = last;
        }
        cash += paid;
        house.drawer += paid;
        return "done";
    }

    /// Refunds, and tells how it ends.
    String refund(long paid, long returned, LocalDate today) {
        var closed = closedForMoney();
        if (closed.isPresent()) {
            return closed.get();
        }
        boolean over = until.isPresent() && today.isAfter(until.get());
        if ((paid > 0 && cash < paid) || (over ? 0 : subsidy) < returned) {
            return "refund-above-balance";
        }
        cash -= paid;
        house.drawer -= paid;
        subsidy -= returned;
        house.fund += returned;
        return "done";
    }

    void spend(long paid) {
        cash -= paid;
        house.merchants += paid;
    }

    Optional<String> closedForMoney() {
        return switch (stand) {
            case CardStand.NoAccount _ -> Optional.of("account-not-open");
            case CardStand.Closed _ -> Optional.of("account-closed");
            case CardStand.Account account ->
                    account.frozen() ? Optional.of("account-frozen") : Optional.empty();
        };
    }
}
