package onecard.platform.purchases;

import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardIssue;
import onecard.vocabulary.Refusal;

/// Says whether a card and the account behind it can pay at all, in the order of `D-51`. Pure.
final class Payability {
    private Payability() {}

    static Optional<Refusal> refusal(CardIssue issue, AccountState account, LocalDate today) {
        Optional<Refusal> card =
                switch (issue.state()) {
                    case RETURNED -> Optional.of(Refusal.CARD_RETURNED);
                    case SCRAPPED -> Optional.of(Refusal.CARD_SCRAPPED);
                    case REPLACED -> Optional.of(Refusal.CARD_REPLACED);
                    case LOST -> Optional.of(Refusal.CARD_LOST);
                    case ISSUED ->
                            issue.expiredOn(today)
                                    ? Optional.of(Refusal.CARD_EXPIRED)
                                    : Optional.empty();
                };
        return card.or(() ->
                switch (account) {
                    case CLOSED -> Optional.of(Refusal.ACCOUNT_CLOSED);
                    case FROZEN -> Optional.of(Refusal.ACCOUNT_FROZEN);
                    case OPEN -> Optional.empty();
                });
    }
}
