package onecard.platform.people;

import java.util.Optional;

/// What a person's record shall say from now on.
///
/// @param number unique
/// @param name as written
/// @param department where the person belongs
/// @param group by which rules name the person
/// @param phone as typed
/// @param faceEnrolNo the number under which a face is pushed, never empty (`M-269`)
/// @param holderType what kind of card holder
/// @param document the identity document
/// @param version the version that was changed by hand; empty if it does not matter
public record PersonChange(
        PersonNo number,
        String name,
        DepartmentId department,
        Optional<GroupId> group,
        Optional<String> phone,
        String faceEnrolNo,
        Optional<ChoiceId> holderType,
        Optional<IdDocument> document,
        Optional<Integer> version) {
    /// Returns the change that leaves a record as it is.
    public static PersonChange of(Person person) {
        return new PersonChange(
                person.number(),
                person.name(),
                person.department(),
                person.group(),
                person.phone(),
                person.faceEnrolNo(),
                person.holderType(),
                person.document(),
                Optional.empty());
    }

    /// Returns this change with another name.
    public PersonChange named(String other) {
        return new PersonChange(
                number,
                other,
                department,
                group,
                phone,
                faceEnrolNo,
                holderType,
                document,
                version);
    }

    /// Returns this change with another department.
    public PersonChange in(DepartmentId other) {
        return new PersonChange(
                number, name, other, group, phone, faceEnrolNo, holderType, document, version);
    }

    /// Returns this change with another group, or none.
    public PersonChange grouped(Optional<GroupId> other) {
        return new PersonChange(
                number, name, department, other, phone, faceEnrolNo, holderType, document, version);
    }

    /// Returns this change with another phone number, or none.
    public PersonChange reachedAt(Optional<String> other) {
        return new PersonChange(
                number, name, department, group, other, faceEnrolNo, holderType, document, version);
    }

    /// Returns this change of exactly that version of the record.
    public PersonChange of(int seen) {
        return new PersonChange(
                number,
                name,
                department,
                group,
                phone,
                faceEnrolNo,
                holderType,
                document,
                Optional.of(seen));
    }
}
