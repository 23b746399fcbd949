package onecard.platform.people;

import java.util.Optional;

/// A record as it was before an import changed it.
record PersonSnapshot(
        String number,
        String name,
        int department,
        Optional<Integer> group,
        Optional<String> phone,
        String faceEnrolNo,
        Optional<Integer> holderType,
        Optional<IdDocument> document) {
    static PersonSnapshot of(Person person) {
        return new PersonSnapshot(
                person.number().value(),
                person.name(),
                person.department().value(),
                person.group().map(GroupId::value),
                person.phone(),
                person.faceEnrolNo(),
                person.holderType().map(ChoiceId::value),
                person.document());
    }

    PersonChange change() {
        return new PersonChange(
                new PersonNo(number),
                name,
                new DepartmentId(department),
                group.map(GroupId::new),
                phone,
                faceEnrolNo,
                holderType.map(ChoiceId::new),
                document,
                Optional.empty());
    }
}
