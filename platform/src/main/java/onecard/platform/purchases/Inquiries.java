package onecard.platform.purchases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardIssue;
import onecard.platform.cards.Cards;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Ledger;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.platform.people.Standing;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Answers what a card held to a terminal without an amount asks. Books nothing, locks nothing.
@Component
class Inquiries {
    private final Cards cards;
    private final People people;
    private final Ledger ledger;
    private final Settings settings;
    private final Clock clock;

    Inquiries(Cards cards, People people, Ledger ledger, Settings settings, Clock clock) {
        this.cards = cards;
        this.people = people;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Inquiry of(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Card(var uid, var emulated) -> {
                if (emulated && settings.current().antiNfc()) {
                    yield new Inquiry.Refused(Refusal.NFC_EMULATION_REFUSED);
                }
                yield ofCard(uid);
            }
            case Instrument.Face _, Instrument.NumberAndPin _, Instrument.QrToken _ ->
                    new Inquiry.Refused(Refusal.INSTRUMENT_UNSUPPORTED);
        };
    }

    private Inquiry ofCard(CardUid uid) {
        CardIssue issue = cards.resolve(List.of(uid)).get(uid);
        if (issue == null) {
            return new Inquiry.Refused(Refusal.ILLEGAL_CARD);
        }
        PersonId person = issue.person();
        AccountState state = cards.accountStates(List.of(person)).get(person);
        Standing standing = people.standing(List.of(person)).get(person);
        var account = new AccountId(person.value());
        Balances balances = ledger.balances(List.of(account)).get(account);
        if (state == null || standing == null || balances == null) {
            return new Inquiry.Refused(Refusal.ILLEGAL_CARD);
        }
        LocalDate today = today();
        return Payability.refusal(issue, state, today)
                .<Inquiry>map(Inquiry.Refused::new)
                .orElseGet(() ->
                        new Inquiry.Known(
                                standing.maskedName(),
                                balances.cash(),
                                balances.spendableSubsidy(today)));
    }

    private LocalDate today() {
        SiteSettings site = settings.current();
        return clock.instant()
                .atZone(site.zone())
                .minusNanos(site.dayStart().toNanoOfDay())
                .toLocalDate();
    }
}
