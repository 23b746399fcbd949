package onecard.platform.cards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onecard.platform.people.PersonId;
import onecard.platform.system.Problem;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Component;

/// Hands a card out: for an issue and for a replacement. It checks the card, which may have had
/// another holder, and adds its issue.
@Component
class Handout {
    private final CardIssueTable issues;

    Handout(CardIssueTable issues) {
        this.issues = issues;
    }

    /// Who is to be locked before a card is handed out: whoever is paying right now with a card
    /// that was given back waits too.
    ///
    /// @param before the issue of the card so far
    record Claimed(CardUid uid, Optional<CardIssue> before) {
        List<PersonId> everybody(PersonId receiver) {
            return Stream.concat(Stream.of(receiver), before.stream().map(CardIssue::person))
                    .distinct()
                    .toList();
        }
    }

    Claimed claim(CardUid uid) {
        return new Claimed(uid, Optional.ofNullable(issues.resolve(List.of(uid)).get(uid)));
    }

    /// Adds the issue; everybody concerned is locked.
    CardIssue add(Visit visit, Claimed claimed, Optional<LocalDate> until, Money deposit) {
        var day = validUntil(until, visit);
        checkCard(claimed);
        var issued =
                issues.add(claimed.uid(), visit.id(), day, visit.now())
                        .orElseThrow(() -> inUse(claimed.uid()));
        if (deposit.isPositive()) {
            issues.deposit(issued, deposit);
        }
        return issued;
    }

    private void checkCard(Claimed claimed) {
        var uid = claimed.uid();
        var now = Optional.ofNullable(issues.resolve(List.of(uid)).get(uid));
        if (now.isEmpty()) {
            return;
        }
        if (!now.map(CardIssue::id).equals(claimed.before().map(CardIssue::id))) {
            throw inUse(uid);
        }
        switch (now.get().state()) {
            case RETURNED -> {}
            case ISSUED, LOST -> throw inUse(uid);
            case REPLACED, SCRAPPED ->
                    throw Problem.of(CardProblems.CARD_NOT_REUSABLE).with("uid", uid.hex());
        }
    }

    /// Returns the last day of a card's lifetime, which lies between today and fifty years on.
    static LocalDate validUntil(Optional<LocalDate> until, Visit visit) {
        var today = visit.today();
        var last = today.plusYears(CardParameters.CARD_YEARS_MAX);
        var day = until.orElse(today.plusYears(visit.parameters().cardYears()));
        if (day.isBefore(today) || day.isAfter(last)) {
            throw Problem.field(
                    "validUntil",
                    "error.between",
                    Map.of("from", today.toString(), "to", last.toString()));
        }
        return day;
    }

    private static Problem inUse(CardUid uid) {
        return Problem.of(CardProblems.CARD_IN_USE).with("uid", uid.hex());
    }
}
