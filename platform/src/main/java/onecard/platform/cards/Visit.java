package onecard.platform.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.Problem;
import onecard.platform.system.SiteSettings;

/// Somebody at the desk: all that decides what can be done, read under the lock of the account.
///
/// @param balances empty while there is no account
/// @param card the one in hand, or lost
/// @param hold the balance of an earlier card, if one is held
/// @param now the node's clock, read once
record Visit(
        Person person,
        Optional<Balances> balances,
        Optional<AccountState> state,
        Optional<CardIssue> card,
        Optional<HoldTable.Row> hold,
        SiteSettings site,
        CardParameters parameters,
        Instant now) {
    PersonId id() {
        return person.id();
    }

    AccountId account() {
        return new AccountId(person.id().value());
    }

    LocalDate today() {
        return site.siteDay(now);
    }

    CardStand stand() {
        return state.map(account -> CardStand.of(account, Hand.of(card, today()), hold.isPresent()))
                .orElse(CardStand.NO_ACCOUNT);
    }

    /// Refuses what the life cycle does not allow. A leaver in the archive gets nothing new.
    void must(CardMove move) {
        boolean fresh =
                move == CardMove.ISSUE || move == CardMove.OPEN_ACCOUNT || move == CardMove.REOPEN;
        if (fresh && person.leftAt().isPresent()) {
            throw Problem.of(CardProblems.PERSON_LEFT).with("personId", person.id().value());
        }
        switch (LifeCycle.step(stand(), move)) {
            case LifeCycle.Step.Goes _ -> {}
            case LifeCycle.Step.Refused(var why) -> {
                var problem = Problem.of(why).with("personId", person.id().value());
                throw card.map(held -> problem.with("uid", held.uid().hex())).orElse(problem);
            }
        }
    }

    /// Refuses money for an account that is not open.
    void mustBeOpen() {
        AccountStates.mustBeOpen(person.id(), state);
    }

    Balances purses() {
        return balances.orElseThrow(
                () -> Problem.of(CardProblems.NOT_OPEN).with("personId", person.id().value()));
    }

    CardIssue cardInHand() {
        return card.orElseThrow(
                () -> Problem.of(CardProblems.NO_CARD).with("personId", person.id().value()));
    }

    /// How the audit trail names the person.
    String subject() {
        return "person " + person.number() + " " + person.name();
    }
}
