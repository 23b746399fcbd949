package onecard.platform.cards;

import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.vocabulary.Money;

/// A top-up to be made at the desk: cash, a subsidy, or both in one operation.
///
/// @param person whose purses
/// @param cash into the cash purse; 0 for none
/// @param subsidy granted from the fund; 0 leaves the subsidy purse as it is (`D-39`)
/// @param mode what the grant does with the subsidy that is there
/// @param subsidyUntil the last day of the whole subsidy purse (`D-38`); empty for never
/// @param channel by which way the cash came (`D-42`)
/// @param remark in the operator's words; blank for none
public record TopUp(
        PersonId person,
        Money cash,
        Money subsidy,
        SubsidyMode mode,
        Optional<LocalDate> subsidyUntil,
        Channel channel,
        String remark) {
    /// What one top-up may bring at the most, in cents, into either purse.
    public static final long AMOUNT_MAX_CENTS = 100_000_000L;

    /// How long a remark may be.
    public static final int REMARK_MAX = 200;

    public TopUp {
        check(cash);
        check(subsidy);
        if (cash.isZero() && subsidy.isZero()) {
            throw new IllegalArgumentException("A top-up brings cash, a subsidy or both");
        }
        if (remark.length() > REMARK_MAX) {
            throw new IllegalArgumentException("A remark is 200 characters at the most");
        }
    }

    private static void check(Money amount) {
        if (amount.isNegative() || amount.cents() > AMOUNT_MAX_CENTS) {
            throw new IllegalArgumentException("A top-up is 0 to 1,000,000.00, not " + amount);
        }
    }
}
