package onecard.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.cards.CardState;
import onecard.platform.cards.Cards;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.Ledger;
import onecard.platform.merchants.MealPeriods;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.Departments;
import onecard.platform.people.People;
import onecard.platform.people.PersonSearch;
import onecard.platform.rules.Rules;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.SerialNo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class SampleSchoolTest {
    private final House house;
    private final TestDatabase database;

    SampleSchoolTest(House house, TestDatabase database) {
        this.house = house;
        this.database = database;
    }

    @Test
    @DisplayName("A broken start is gone on with, and a school that is there is left as it is")
    void a_broken_start_is_gone_on_with() {
        var plan = SamplePlan.of(BuiltSchool.SEED);
        var begun = new SamplePlan(plan.departments(), plan.people().subList(0, 40));
        house.asAdministrator(() -> house.bean(SamplePeople.class).make(begun));
        assertThat(everybody()).hasSize(40);

        var sample = prepare();

        assertThat(everybody()).hasSize(300);
        assertThat(sample.cards()).hasSize(300);
        assertThat(sample.fleet()).hasSize(12);
        assertThat(sample.fleet()).extracting(Sample.SampleTerminal::key).doesNotHaveDuplicates();
        assertThat(sample.meals()).isNotEmpty();
        assertThat(house.bean(Departments.class).all()).hasSize(17);
        assertThat(house.bean(Rules.class).all()).hasSize(6);
        assertThat(house.bean(Terminals.class).current().all()).hasSize(13);
        var spare = new SerialNo(sample.spare().serial());
        assertThat(house.bean(Terminals.class).current().bySerial(spare)).isPresent();
        assertThat(
                        house.bean(MealPeriods.class)
                                .current()
                                .at(new MerchantId(1), house.clock().instant())
                                .meal())
                .isPresent();
        var cards =
                house.bean(Cards.class)
                        .resolve(
                                sample.cards().stream()
                                        .map(card -> new CardUid(card.uid()))
                                        .toList());
        assertThat(cards.values()).filteredOn(card -> card.state() == CardState.LOST).hasSize(2);

        var trail = trail();
        assertThat(prepare()).isEqualTo(sample);
        assertThat(trail()).isEqualTo(trail);
        the_books_balance();
    }

    private void the_books_balance() {
        var report =
                house.bean(TransactionTemplate.class)
                        .execute(_ -> house.bean(Ledger.class).verify());
        assertThat(report.balanced()).as(report.toString()).isTrue();
        assertThat(report.accounts()).isEqualTo(300);
    }

    private Sample prepare() {
        return house.asAdministrator(() -> house.bean(SampleSchool.class).prepare());
    }

    private List<?> everybody() {
        return house.bean(People.class)
                .search(
                        new PersonSearch(
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                PersonSearch.LIMIT_MAX));
    }

    private long trail() {
        return database.asOwner()
                .sql("select count(*) from system.audit")
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
