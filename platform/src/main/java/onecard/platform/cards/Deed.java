package onecard.platform.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.vocabulary.Money;

/// Something done at a desk, filled in line by line until it is noted. Who makes one keeps it to
/// itself until then.
final class Deed {
    private final DeskKind kind;
    private final Optional<PersonId> person;
    private Optional<Booked> booked = Optional.empty();
    private Money cash = Money.ZERO;
    private Money subsidy = Money.ZERO;
    private Money drawer = Money.ZERO;
    private Money deposit = Money.ZERO;
    private Channel channel = Channel.CASH;
    private Optional<Integer> cardIssue = Optional.empty();
    private Optional<Integer> topUp = Optional.empty();
    private Optional<Integer> undoes = Optional.empty();
    private Optional<Instant> undoUntil = Optional.empty();
    private Optional<Integer> follows = Optional.empty();
    private Optional<LocalDate> subsidyUntil = Optional.empty();
    private String remark = "";

    private Deed(DeskKind kind, Optional<PersonId> person) {
        this.kind = kind;
        this.person = person;
    }

    static Deed of(DeskKind kind, PersonId person) {
        return new Deed(kind, Optional.of(person));
    }

    /// Something that concerned many.
    static Deed ofMany(DeskKind kind) {
        return new Deed(kind, Optional.empty());
    }

    Deed booked(Optional<Booked> where) {
        booked = where;
        return this;
    }

    /// @param intoCash what came into the cash purse, held cash too; negative: went out
    /// @param intoSubsidy likewise of the subsidy
    Deed purses(Money intoCash, Money intoSubsidy) {
        cash = intoCash;
        subsidy = intoSubsidy;
        return this;
    }

    /// @param taken what the operator took in by this channel; negative: paid out
    Deed drawer(Money taken, Channel by) {
        drawer = taken;
        channel = by;
        return this;
    }

    /// @param kept what came into the card deposits
    Deed deposit(Money kept) {
        deposit = kept;
        return this;
    }

    Deed card(int issue) {
        cardIssue = Optional.of(issue);
        return this;
    }

    Deed topUp(int operation) {
        topUp = Optional.of(operation);
        return this;
    }

    Deed undoes(int operation) {
        undoes = Optional.of(operation);
        return this;
    }

    /// @param lastDay of a refund: the last day of the subsidy purse
    Deed undoUntil(Instant until, Optional<LocalDate> lastDay) {
        undoUntil = Optional.of(until);
        subsidyUntil = lastDay;
        return this;
    }

    /// @param operation the one before it that was done in the same go: both are one receipt
    Deed follows(int operation) {
        follows = Optional.of(operation);
        return this;
    }

    Deed remark(String words) {
        remark = words;
        return this;
    }

    DeskKind kind() {
        return kind;
    }

    Optional<PersonId> person() {
        return person;
    }

    Optional<Booked> booked() {
        return booked;
    }

    Money cash() {
        return cash;
    }

    Money subsidy() {
        return subsidy;
    }

    Money drawer() {
        return drawer;
    }

    Money deposit() {
        return deposit;
    }

    Channel channel() {
        return channel;
    }

    Optional<Integer> cardIssue() {
        return cardIssue;
    }

    Optional<Integer> topUp() {
        return topUp;
    }

    Optional<Integer> undoes() {
        return undoes;
    }

    Optional<Integer> follows() {
        return follows;
    }

    Optional<Instant> undoUntil() {
        return undoUntil;
    }

    Optional<LocalDate> subsidyUntil() {
        return subsidyUntil;
    }

    String remark() {
        return remark;
    }
}
