package onecard.platform.people;

import org.springframework.stereotype.Component;

/// Begins to judge tables of people.
@Component
class PersonJudgeMaker {
    private final PersonLook people;
    private final Departments departments;
    private final Groups groups;
    private final Choices choices;
    private final PersonNumbers numbers;

    PersonJudgeMaker(
            PersonLook people,
            Departments departments,
            Groups groups,
            Choices choices,
            PersonNumbers numbers) {
        this.people = people;
        this.departments = departments;
        this.groups = groups;
        this.choices = choices;
        this.numbers = numbers;
    }

    PersonJudge make(boolean updates) {
        return new PersonJudge(
                people,
                new DepartmentWords(departments.all()),
                groups.all(),
                choices.of(Choice.List.HOLDER_TYPE),
                numbers.parameters(),
                updates);
    }
}
