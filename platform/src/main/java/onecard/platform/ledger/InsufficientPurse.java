package onecard.platform.ledger;

import java.io.Serial;
import onecard.vocabulary.Money;

/// A posting would have taken more from a purse than is in it. Whoever posts has to ask before;
/// this is the last guard before the database's own.
public final class InsufficientPurse extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    InsufficientPurse(AccountId account, Purse purse, Money has, Money asked) {
        super(
                "Account %d: %s holds %s, %s was asked"
                        .formatted(account.value(), purse, has, asked));
    }
}
