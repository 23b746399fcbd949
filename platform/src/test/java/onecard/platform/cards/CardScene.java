package onecard.platform.cards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import onecard.platform.Rooms;
import onecard.platform.TestClock;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Overdraft;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.people.Departments;
import onecard.platform.people.NewPerson;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.people.PersonNo;
import onecard.platform.system.MaxBalanceOf;
import onecard.platform.system.Operator;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import onecard.platform.system.ThisNode;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Money;
import org.springframework.transaction.support.TransactionTemplate;

/// The card centre and the top-up desk of a small school, and words for what happens there.
final class CardScene implements AutoCloseable {
    static final Operator LI = Rooms.clerk(11, "李师傅");
    static final Operator ZHAO = Rooms.clerk(12, "赵师傅");

    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    final TestClock clock = TestClock.at("2026-03-02T11:30:00+08:00");
    final TestDatabase database;
    final Rooms rooms;
    final CardCentre centre;
    final Cards cards;
    final TopUps topUps;
    final Ledger ledger;

    CardScene(TestDatabase database) {
        this(database, Map.of());
    }

    CardScene(TestDatabase database, Map<Class<?>, Object> above) {
        this.database = database;
        rooms = Rooms.open(database, clock, above, "people", "merchants", "cards", "lists");
        centre = rooms.door(CardCentre.class);
        cards = rooms.door(Cards.class);
        topUps = rooms.door(TopUps.class);
        ledger = rooms.door(Ledger.class);
        parameters(now -> ParameterChange.withGeneratedNumbers(now, true));
    }

    /// A person without a card.
    Person aPerson() {
        int number = NUMBER.incrementAndGet();
        return rooms.door(People.class)
                .add(
                        new NewPerson(
                                Optional.of(new PersonNo("C" + number)),
                                "王小" + number,
                                rooms.door(Departments.class).root().id(),
                                Optional.empty(),
                                Optional.empty()));
    }

    /// A person with a card in hand.
    Person aPersonWithCard() {
        var person = aPerson();
        centre.issue(person.id(), aCard(), Optional.empty());
        return person;
    }

    /// A card that nobody ever had.
    static CardUid aCard() {
        return new CardUid("%08X".formatted(0x04A10000 + NUMBER.incrementAndGet()));
    }

    static UUID aKey() {
        return new UUID(0x1234, NUMBER.incrementAndGet());
    }

    TopUpReceipt cash(Person person, long cents) {
        return topUp(
                new TopUp(
                        person.id(),
                        Money.ofCents(cents),
                        Money.ZERO,
                        SubsidyMode.ACCUMULATE,
                        Optional.empty(),
                        Channel.CASH,
                        ""));
    }

    TopUpReceipt subsidy(Person person, long cents, SubsidyMode mode, String until) {
        return topUp(aSubsidy(person, cents, mode, until));
    }

    static TopUp aSubsidy(Person person, long cents, SubsidyMode mode, String until) {
        return new TopUp(
                person.id(),
                Money.ZERO,
                Money.ofCents(cents),
                mode,
                until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
                Channel.OTHER,
                "");
    }

    TopUpReceipt topUp(TopUp topUp) {
        return as(LI, () -> topUps.topUp(aKey(), topUp));
    }

    TopUpReceipt undo(TopUpReceipt receipt) {
        return as(LI, () -> topUps.undo(aKey(), receipt.operationId()));
    }

    CardStand stand(Person person) {
        return rooms.door(Desk.class).look(person.id()).stand();
    }

    void parameters(UnaryOperator<CardParameters> change) {
        rooms.door(CardParameterDesk.class).change(change);
    }

    /// Makes a move, as an operator who may do everything.
    void move(Person person, CardMove move) {
        move(person, move, 0);
    }

    /// The same, where a new card costs something.
    void move(Person person, CardMove move, long cost) {
        as(
                LI,
                () -> {
                    moved(person, move, cost);
                    return true;
                });
    }

    private void moved(Person person, CardMove move, long cost) {
        var id = person.id();
        switch (move) {
            case OPEN_ACCOUNT -> {
                centre.openAccounts(List.of(id));
            }
            case ISSUE -> issue(person, cost, 0, 0);
            case EXTEND -> centre.extend(id, LocalDate.parse("2040-01-01"));
            case REPORT_LOSS -> centre.reportLoss(id);
            case CANCEL_LOSS -> centre.cancelLoss(id);
            case REPLACE -> replace(person, false, 0, cost, false);
            case REPLACE_AND_HOLD -> replace(person, false, 3, cost, false);
            case REPLACE_DAMAGED -> replace(person, true, 3, cost, false);
            case TAKE_OVER -> rooms.door(Replacements.class).takeOver(id);
            case FREEZE -> centre.freeze(id);
            case UNFREEZE -> centre.unfreeze(id);
            case REOPEN -> centre.reopen(id);
            case RETURN_CARD, CLOSE_WITH_CARD, CLOSE_WITHOUT_CARD, CLOSE_FROZEN ->
                    rooms.door(Cancellations.class)
                            .cancel(
                                    new Cancellations.Wanted(
                                            id,
                                            move,
                                            Optional.empty(),
                                            Optional.empty(),
                                            Channel.CASH,
                                            ""));
        }
    }

    Replacements.Replaced replace(Person person, boolean damaged, int greyDays) {
        return replace(person, damaged, greyDays, 0, false);
    }

    Replacements.Replaced replace(
            Person person, boolean damaged, int greyDays, long cost, boolean goOn) {
        parameters(now -> ParameterChange.withGreyDays(now, greyDays));
        return as(
                LI,
                () ->
                        rooms.door(Replacements.class)
                                .replace(
                                        new Replacements.Wanted(
                                                person.id(),
                                                aCard(),
                                                damaged,
                                                Optional.empty(),
                                                Money.ofCents(cost),
                                                Channel.CASH,
                                                goOn)));
    }

    Replacements.TakenOver takeOver(Person person) {
        return as(LI, () -> rooms.door(Replacements.class).takeOver(person.id()));
    }

    Cancellations.Cancelled cancel(Person person, CardMove how, Optional<Long> depositBack) {
        return cancel(person, how, depositBack, Optional.empty());
    }

    Cancellations.Cancelled cancel(
            Person person, CardMove how, Optional<Long> depositBack, Optional<CardUid> uid) {
        var wanted =
                new Cancellations.Wanted(
                        person.id(), how, uid, depositBack.map(Money::ofCents), Channel.CASH, "");
        return as(LI, () -> rooms.door(Cancellations.class).cancel(wanted));
    }

    Refunds.Refunded refund(Person person, long cash, long subsidy) {
        return refund(LI, person, cash, subsidy);
    }

    Refunds.Refunded refund(Operator who, Person person, long cash, long subsidy) {
        var wanted =
                new Refunds.Wanted(
                        person.id(), Money.ofCents(cash), Money.ofCents(subsidy), Channel.CASH, "");
        return as(who, () -> rooms.door(Refunds.class).refund(wanted));
    }

    Refunds.Refunded undoRefund(Refunds.Refunded done) {
        return as(LI, () -> rooms.door(Refunds.class).undo(done.operationId()));
    }

    /// Issues a card that costs something, with money at the same time.
    StoredCardCentre.Issued issue(Person person, long cost, long cash, long subsidy) {
        var order =
                new IssueOrder(
                        person.id(),
                        aCard(),
                        Optional.empty(),
                        Money.ofCents(cost),
                        Money.ofCents(cash),
                        Money.ofCents(subsidy),
                        Optional.empty(),
                        Channel.CASH);
        return as(LI, () -> rooms.door(StoredCardCentre.class).issue(order));
    }

    CardUid uidOf(Person person) {
        return cards.of(person.id()).getFirst().uid();
    }

    /// What is held of an earlier card, `12.00 + 3.00`.
    String held(Person person) {
        var balances = balances(person);
        return balances.heldCash() + " + " + balances.heldSubsidy();
    }

    /// The card's lifetime is over since yesterday.
    void cardExpired(Person person) {
        database.asOwner()
                .sql(
                        """
                        update cards.card_issue
                           set valid_until = cast(:day as date) - 1
                         where person = :person and ended_at is null
                        """)
                .param("day", rooms.door(Settings.class).current().siteDay(clock.instant()))
                .param("person", person.id().value())
                .update();
    }

    <T> T as(Operator operator, Supplier<T> work) {
        return rooms.as(operator, work);
    }

    /// What was done with somebody at the desks, newest first.
    List<DeskKind> kinds(Person person) {
        return rooms
                .door(OperationTable.class)
                .ofPerson(person.id(), Integer.MAX_VALUE, 50)
                .stream()
                .map(OperationRow::kind)
                .toList();
    }

    LocalDate today() {
        return rooms.door(Settings.class).current().siteDay(clock.instant());
    }

    /// Takes money out of a purse the way a purchase does.
    void spend(Person person, Purse purse, long cents) {
        spend(person, purse, cents, Overdraft.NONE);
    }

    /// Takes cash the way a store-and-forward record does, into debt.
    void overdraw(Person person, long cents) {
        spend(person, Purse.CASH, cents, Overdraft.RECORD);
    }

    private void spend(Person person, Purse purse, long cents, Overdraft overdraft) {
        var account = new AccountId(person.id().value());
        rooms.door(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    var before = ledger.lock(List.of(account));
                    var now = clock.instant();
                    int strand = rooms.door(ThisNode.class).strand(1);
                    var tray = ledger.openTray(strand, now, today());
                    var charge =
                            new Transfer(
                                    EntryKind.CHARGE,
                                    account.purse(purse),
                                    Side.merchant(1),
                                    Money.ofCents(cents),
                                    overdraft,
                                    now,
                                    0);
                    ledger.post(tray, before, List.of(charge));
                });
    }

    Balances balances(Person person) {
        var account = new AccountId(person.id().value());
        return Objects.requireNonNull(ledger.balances(List.of(account)).get(account));
    }

    /// Cash and subsidy as they stand in the books, `12.00 + 3.00`.
    String purses(Person person) {
        var balances = balances(person);
        return balances.cash() + " + " + balances.subsidy();
    }

    /// What an account of the house has got, from its entries.
    Money house(Side side) {
        long sum =
                database.asOwner()
                        .sql(
                                """
                                select coalesce(sum(case when credit = :n then cents
                                                         else -cents end), 0)
                                  from ledger.entry
                                 where :n in (debit, credit)
                                """)
                        .param("n", side.number())
                        .query((row, _) -> row.getLong(1))
                        .single();
        return Money.ofCents(sum);
    }

    /// What another issue will do: an account ends in a state.
    void accountBecomes(PersonId person, AccountState state) {
        database.asOwner()
                .sql("update cards.account_state set state = :state where person = :person")
                .param("state", state.name())
                .param("person", person.value())
                .update();
    }

    /// What another issue will do: a card ends in a state.
    void cardEnds(CardUid uid, CardState state) {
        database.asOwner()
                .sql(
                        """
                        update cards.card_issue
                           set state = :state, ended_at = issued_at
                         where uid = :uid and latest
                        """)
                .param("state", state.name())
                .param("uid", uid.bytes())
                .update();
    }

    void maximum(long cents, MaxBalanceOf of) {
        rooms.door(Settings.class)
                .change(site ->
                        new SiteSettings(
                                site.unitName(),
                                site.wording(),
                                site.zone(),
                                site.dayStart(),
                                site.purseOrder(),
                                site.repeatInterval(),
                                site.repeatFreeModeExempt(),
                                Money.ofCents(cents),
                                of,
                                site.antiNfc(),
                                site.cashierVoidWindow(),
                                site.otherInstrumentsSurviveLoss(),
                                site.undoWindow(),
                                site.sessionIdle()));
    }

    @Override
    public void close() {
        rooms.close();
    }
}
