package onecard.platform.cards;

import static onecard.platform.cards.ManyPeople.MANY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.ProblemAssert;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.Side;
import onecard.platform.people.Departments;
import onecard.platform.people.NewPerson;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.people.PersonNo;
import onecard.platform.system.MaxBalanceOf;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoneyBatchTest {
    private final CardScene scene;
    private final ManyPeople crowd;
    private final List<PersonId> many;

    MoneyBatchTest(TestDatabase database) {
        scene = new CardScene(database);
        crowd = new ManyPeople(scene, 'B');
        many = crowd.ids;
    }

    @BeforeEach
    void today() {
        scene.clock.setTo("2026-03-02T11:30:00+08:00");
        scene.maximum(500_000, MaxBalanceOf.SUM);
    }

    @AfterAll
    void close() {
        scene.close();
    }

    private int begun(BatchKind kind, long cents, SubsidyMode mode, List<PersonId> people) {
        var wanted =
                new MoneyBatch(
                        0,
                        kind,
                        Money.ofCents(cents),
                        mode,
                        Optional.of(LocalDate.parse("2026-03-31"))
                                .filter(_ -> kind == BatchKind.SUBSIDY),
                        Channel.PAYROLL,
                        "三月",
                        Optional.empty(),
                        Optional.empty(),
                        scene.clock.instant(),
                        Optional.empty());
        var room = scene.rooms.door(MoneyBatches.class);
        return scene.as(CardScene.LI, () -> room.write(wanted, people));
    }

    @Test
    @DisplayName("D-42 Where a shift is required, a batch of cash needs one and a subsidy does not")
    void a_batch_of_cash_needs_the_shift_that_the_site_requires() {
        scene.parameters(now -> ParameterChange.withShiftRequired(now, true));
        try {
            var one = List.of(many.getFirst());
            for (var kind : List.of(BatchKind.CASH, BatchKind.CASH_REFUND)) {
                ProblemAssert.assertThat(() -> begun(kind, 100, SubsidyMode.ACCUMULATE, one))
                        .is("no-shift");
            }
            assertThat(begun(BatchKind.SUBSIDY, 100, SubsidyMode.ACCUMULATE, one)).isPositive();
        } finally {
            scene.parameters(now -> ParameterChange.withShiftRequired(now, false));
        }
    }

    @Test
    @DisplayName("M-152 M-153 M-154 D-38 Everybody gets the subsidy once, whatever breaks it off")
    void everybody_gets_it_once_whatever_breaks_it_off() {
        var fund = scene.house(Side.subsidyFund());
        int batch = begun(BatchKind.SUBSIDY, 1_000, SubsidyMode.CLEAR_REPLACE, many);
        assertThatThrownBy(() -> crowd.run(batch, 1)).hasMessage("killed");
        assertThat(crowd.sum()).isEqualTo("0 + " + 500 * 1_000);
        assertThatThrownBy(() -> crowd.run(batch, 2)).hasMessage("killed");
        assertThat(crowd.run(batch, 99))
                .isEqualTo(new MoneyBatches.Result(batch, MANY, MANY, 0, 0, MANY * 1_000L));
        assertThat(crowd.run(batch, 99).booked()).isEqualTo(MANY);
        assertThat(crowd.sum()).isEqualTo("0 + " + MANY * 1_000);
        assertThat(fund.minus(scene.house(Side.subsidyFund())))
                .isEqualTo(Money.ofCents(MANY * 1_000L));
        int again = begun(BatchKind.SUBSIDY, 700, SubsidyMode.CLEAR_REPLACE, many);
        crowd.run(again, 99);
        assertThat(crowd.sum()).isEqualTo("0 + " + MANY * 700);
        int back = begun(BatchKind.SUBSIDY_REFUND, 700, SubsidyMode.ACCUMULATE, many);
        crowd.run(back, 99);
        assertThat(crowd.sum()).isEqualTo("0 + 0");
    }

    @Test
    @DisplayName(
            "M-152 M-166 M-168 M-169 Who is in the way gets nothing and is named; others get it")
    void who_is_in_the_way_is_named() {
        var fine = scene.aPersonWithCard();
        var frozen = scene.aPersonWithCard();
        scene.centre.freeze(frozen.id());
        var full = scene.aPersonWithCard();
        scene.cash(full, 499_999);
        var none = scene.aPerson();
        var people = List.of(fine.id(), frozen.id(), full.id(), none.id());
        int batch = begun(BatchKind.CASH, 200, SubsidyMode.ACCUMULATE, people);
        assertThat(crowd.run(batch, 99)).isEqualTo(new MoneyBatches.Result(batch, 4, 1, 3, 200, 0));
        assertThat(scene.purses(fine)).isEqualTo("2.00 + 0.00");
        assertThat(scene.purses(full)).isEqualTo("4,999.99 + 0.00".replace(",", ""));
        assertThat(problems(batch))
                .containsExactlyInAnyOrder(
                        frozen.id().value() + " account-frozen",
                        full.id().value() + " max-balance",
                        none.id().value() + " account-not-open");
        int back = begun(BatchKind.CASH_REFUND, 201, SubsidyMode.ACCUMULATE, people);
        crowd.run(back, 99);
        assertThat(scene.purses(fine)).isEqualTo("2.00 + 0.00");
        assertThat(problems(back)).contains(fine.id().value() + " refund-above-balance");
    }

    private List<String> problems(int batch) {
        return scene.rooms.door(BatchLineTable.class).refused(batch, 0, 10).stream()
                .map(one -> one.person().value() + " " + one.problem())
                .toList();
    }

    @Test
    @DisplayName(
            "M-152 M-155 A batch stands on each statement with the clerk's name and the last day")
    void a_batch_stands_on_each_statement() {
        Person person = scene.aPersonWithCard();
        int batch = begun(BatchKind.SUBSIDY, 300, SubsidyMode.ACCUMULATE, List.of(person.id()));
        crowd.run(batch, 99);
        assertThat(scene.balances(person).subsidyUntil()).contains(LocalDate.parse("2026-03-31"));
        var line =
                scene.as(
                        CardScene.LI,
                        () ->
                                scene.rooms
                                        .door(Statement.class)
                                        .page(person.id(), Optional.empty(), 1)
                                        .items()
                                        .getFirst());
        assertThat(line.operatorName()).contains("李师傅");
        assertThat(line.text()).contains("三月");
    }

    @Test
    @DisplayName("M-152 A whole department is chosen by its name, leavers and strangers are not")
    void a_whole_department_is_chosen() {
        var departments = scene.rooms.door(Departments.class);
        var people = scene.rooms.door(People.class);
        var root = departments.root().id();
        var wanted = scene.as(CardScene.LI, () -> departments.add(root, "三年级")).id();
        var there = new ArrayList<PersonId>();
        for (int i = 0; i < 3; i++) {
            there.add(
                    people.add(
                                    new NewPerson(
                                            Optional.of(new PersonNo("D%05d".formatted(i))),
                                            "级" + i,
                                            wanted,
                                            Optional.empty(),
                                            Optional.empty()))
                            .id());
        }
        scene.centre.openAccounts(there);
        var order =
                new MoneyBatch(
                        0,
                        BatchKind.CASH,
                        Money.ofCents(500),
                        SubsidyMode.ACCUMULATE,
                        Optional.empty(),
                        Channel.TRANSFER,
                        "",
                        Optional.of(wanted),
                        Optional.empty(),
                        scene.clock.instant(),
                        Optional.empty());
        var room = scene.rooms.door(MoneyBatches.class);
        int batch = scene.as(CardScene.LI, () -> room.write(order, List.of()));
        assertThat(crowd.run(batch, 99))
                .isEqualTo(new MoneyBatches.Result(batch, 3, 3, 0, 1_500, 0));
    }
}
