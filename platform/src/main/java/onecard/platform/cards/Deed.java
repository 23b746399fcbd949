package onecard.platform.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.vocabulary.Money;

/// Something done at a desk, as it will be noted.
///
/// @param cash what came into the cash purse, held cash too; negative: went out
/// @param subsidy likewise of the subsidy
/// @param drawer what the operator took in by this channel; negative: paid out
/// @param deposit what came into the card deposits
/// @param subsidyUntil of a refund: the last day of the subsidy purse
record Deed(
        DeskKind kind,
        Optional<PersonId> person,
        Optional<Booked> booked,
        Money cash,
        Money subsidy,
        Money drawer,
        Money deposit,
        Channel channel,
        Optional<Integer> cardIssue,
        Optional<Integer> topUp,
        Optional<Integer> undoes,
        Optional<Instant> undoUntil,
        Optional<LocalDate> subsidyUntil,
        String remark) {
    static Deed of(DeskKind kind, PersonId person) {
        return empty(kind, Optional.of(person));
    }

    /// Something that concerned many.
    static Deed ofMany(DeskKind kind) {
        return empty(kind, Optional.empty());
    }

    private static Deed empty(DeskKind kind, Optional<PersonId> person) {
        return new Deed(
                kind,
                person,
                Optional.empty(),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Channel.CASH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    Deed booked(Optional<Booked> where) {
        return new Deed(
                kind,
                person,
                where,
                cash,
                subsidy,
                drawer,
                deposit,
                channel,
                cardIssue,
                topUp,
                undoes,
                undoUntil,
                subsidyUntil,
                remark);
    }

    Deed purses(Money intoCash, Money intoSubsidy) {
        return new Deed(
                kind,
                person,
                booked,
                intoCash,
                intoSubsidy,
                drawer,
                deposit,
                channel,
                cardIssue,
                topUp,
                undoes,
                undoUntil,
                subsidyUntil,
                remark);
    }

    Deed drawer(Money taken, Channel by) {
        return new Deed(
                kind,
                person,
                booked,
                cash,
                subsidy,
                taken,
                deposit,
                by,
                cardIssue,
                topUp,
                undoes,
                undoUntil,
                subsidyUntil,
                remark);
    }

    Deed deposit(Money kept) {
        return new Deed(
                kind,
                person,
                booked,
                cash,
                subsidy,
                drawer,
                kept,
                channel,
                cardIssue,
                topUp,
                undoes,
                undoUntil,
                subsidyUntil,
                remark);
    }

    Deed card(int issue) {
        return new Deed(
                kind,
                person,
                booked,
                cash,
                subsidy,
                drawer,
                deposit,
                channel,
                Optional.of(issue),
                topUp,
                undoes,
                undoUntil,
                subsidyUntil,
                remark);
    }

    Deed topUp(int operation) {
        return new Deed(
                kind,
                person,
                booked,
                cash,
                subsidy,
                drawer,
                deposit,
                channel,
                cardIssue,
                Optional.of(operation),
                undoes,
                undoUntil,
                subsidyUntil,
                remark);
    }

    Deed undoes(int operation) {
        return new Deed(
                kind,
                person,
                booked,
                cash,
                subsidy,
                drawer,
                deposit,
                channel,
                cardIssue,
                topUp,
                Optional.of(operation),
                undoUntil,
                subsidyUntil,
                remark);
    }

    Deed undoUntil(Instant until, Optional<LocalDate> lastDay) {
        return new Deed(
                kind,
                person,
                booked,
                cash,
                subsidy,
                drawer,
                deposit,
                channel,
                cardIssue,
                topUp,
                undoes,
                Optional.of(until),
                lastDay,
                remark);
    }

    Deed remark(String words) {
        return new Deed(
                kind,
                person,
                booked,
                cash,
                subsidy,
                drawer,
                deposit,
                channel,
                cardIssue,
                topUp,
                undoes,
                undoUntil,
                subsidyUntil,
                words);
    }
}
