package onecard.platform.people;

import java.util.Optional;

/// A person to be entered into the personnel records (`M-117`).
///
/// @param number empty to get the next free one (`M-071`)
/// @param name as written
/// @param department where the person belongs
/// @param group by which rules name the person
/// @param phone as typed
/// @param holderType what kind of card holder
/// @param document the identity document
public record NewPerson(
        Optional<PersonNo> number,
        String name,
        DepartmentId department,
        Optional<GroupId> group,
        Optional<String> phone,
        Optional<ChoiceId> holderType,
        Optional<IdDocument> document) {
    /// Returns the same person with a number.
    NewPerson numbered(PersonNo drawn) {
        return new NewPerson(
                Optional.of(drawn), name, department, group, phone, holderType, document);
    }

    /// A person of whom no more is known.
    public NewPerson(
            Optional<PersonNo> number,
            String name,
            DepartmentId department,
            Optional<GroupId> group,
            Optional<String> phone) {
        this(number, name, department, group, phone, Optional.empty(), Optional.empty());
    }
}
