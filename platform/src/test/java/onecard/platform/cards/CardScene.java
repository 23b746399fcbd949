package onecard.platform.cards;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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
        this.database = database;
        rooms = Rooms.open(database, clock, "people", "merchants", "cards");
        centre = rooms.door(CardCentre.class);
        cards = rooms.door(Cards.class);
        topUps = rooms.door(TopUps.class);
        ledger = rooms.door(Ledger.class);
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

    <T> T as(Operator operator, Supplier<T> work) {
        return rooms.as(operator, work);
    }

    /// Takes money out of a purse the way a purchase does.
    void spend(Person person, Purse purse, long cents) {
        var account = new AccountId(person.id().value());
        rooms.door(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    var before = ledger.lock(List.of(account));
                    var now = clock.instant();
                    int strand = rooms.door(ThisNode.class).strand(1);
                    var tray = ledger.openTray(strand, now, LocalDate.parse("2026-03-02"));
                    var charge =
                            new Transfer(
                                    EntryKind.CHARGE,
                                    account.purse(purse),
                                    Side.merchant(1),
                                    Money.ofCents(cents),
                                    Overdraft.NONE,
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
