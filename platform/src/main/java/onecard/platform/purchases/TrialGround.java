package onecard.platform.purchases;

import java.util.List;
import java.util.Optional;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Ledger;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.PersonId;
import onecard.platform.rules.TryGround;
import onecard.platform.rules.Usage;
import onecard.platform.terminals.Terminal;
import onecard.platform.terminals.TerminalId;
import onecard.platform.terminals.Terminals;
import org.springframework.stereotype.Component;

/// Lends a trial of the rules what only the kitchen knows.
@Component
class TrialGround implements TryGround {
    private final Terminals terminals;
    private final Ledger ledger;

    TrialGround(Terminals terminals, Ledger ledger) {
        this.terminals = terminals;
        this.ledger = ledger;
    }

    @Override
    public Optional<MerchantId> merchantOf(int terminal) {
        return terminals.current().find(new TerminalId(terminal)).map(Terminal::merchant);
    }

    @Override
    public Usage usageOf(PersonId person) {
        var account = new AccountId(person.value());
        return Usages.of(ledger.notes(List.of(account)).getOrDefault(account, new byte[0]));
    }
}
