package onecard.platform.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everybody in the personnel records. Reading methods take many people in one statement; changing
/// ones open their own transaction or join the caller's.
public interface People {
    /// Finds one person.
    Optional<Person> find(PersonId id);

    /// Finds people; those that do not exist are not in the answer.
    Map<PersonId, Person> find(Collection<PersonId> ids);

    /// Finds the person with this number.
    Optional<Person> byNo(PersonNo number);

    /// Finds people by their numbers, leavers too; those that do not exist are not in the answer.
    Map<PersonNo, Person> byNo(Collection<PersonNo> numbers);

    /// Returns how their numbers are read in tables.
    PersonNoCells numberCells();

    /// Tells what a purchase notes of these people; those that do not exist are not in the answer.
    Map<PersonId, Standing> standing(Collection<PersonId> people);

    /// Lists people in order of their numbers.
    List<Person> search(PersonSearch search);

    /// Enters a person.
    Person add(NewPerson person);

    /// Changes a person's record; department and group keep their histories.
    Person change(PersonId id, PersonChange change);
}
