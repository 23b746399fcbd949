package onecard.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SamplePlanTest {
    private final SamplePlan plan = SamplePlan.of(BuiltSchool.SEED);

    @Test
    void a_seed_gives_one_school_and_another_seed_another() {
        assertThat(SamplePlan.of(BuiltSchool.SEED)).isEqualTo(plan);
        assertThat(SamplePlan.of(1).people()).isNotEqualTo(plan.people());
    }

    @Test
    void three_hundred_people_have_each_a_name_a_number_and_a_card() {
        assertThat(plan.people()).hasSize(300);
        assertThat(plan.people()).extracting(SamplePlan.Someone::name).doesNotHaveDuplicates();
        assertThat(plan.people()).extracting(SamplePlan.Someone::number).doesNotHaveDuplicates();
        assertThat(plan.people()).extracting(SamplePlan.Someone::card).doesNotHaveDuplicates();
    }

    @Test
    void some_names_are_long_or_have_characters_that_many_systems_cannot_write() {
        var names = plan.people().stream().map(SamplePlan.Someone::name).toList();
        assertThat(names).anyMatch(name -> name.codePointCount(0, name.length()) > 14);
        assertThat(names).anyMatch(name -> name.codePoints().anyMatch(each -> each > 0xFFFF));
        assertThat(names).allMatch(name -> name.codePointCount(0, name.length()) >= 2);
    }

    @Test
    void pupils_staff_and_guests_sit_where_they_belong() {
        assertThat(
                        plan.people().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                SamplePlan.Someone::kind, Collectors.counting())))
                .containsEntry(SamplePlan.Kind.PUPIL, 261L)
                .containsEntry(SamplePlan.Kind.STAFF, 30L)
                .containsEntry(SamplePlan.Kind.GUEST, 9L);
        assertThat(plan.departments())
                .extracting(SamplePlan.Place::name)
                .contains("初一年级", "初三（3）班", "教学部", "来宾")
                .containsAll(
                        plan.people().stream()
                                .map(SamplePlan.Someone::department)
                                .distinct()
                                .toList());
    }
}
