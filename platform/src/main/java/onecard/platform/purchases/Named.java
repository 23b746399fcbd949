package onecard.platform.purchases;

import java.util.Map;
import java.util.Optional;
import onecard.platform.merchants.Meal;
import onecard.platform.people.Person;
import onecard.platform.system.Language;
import onecard.platform.terminals.Terminal;

/// What the numbers in rows of the journal are called now.
///
/// @param terminals by id
/// @param merchants by id
/// @param meals by id
/// @param people by id
/// @param rules by id; those that were removed are not in it
record Named(
        Map<Integer, Terminal> terminals,
        Map<Integer, String> merchants,
        Map<Integer, Meal> meals,
        Map<Integer, Person> people,
        Map<Integer, String> rules) {

    Optional<Terminal> terminal(int id) {
        return Optional.ofNullable(terminals.get(id));
    }

    Optional<String> merchant(int id) {
        return Optional.ofNullable(merchants.get(id));
    }

    Optional<String> meal(int id, Language language) {
        return Optional.ofNullable(meals.get(id))
                .map(meal ->
                        language == Language.EN ? meal.nameEn().orElse(meal.name()) : meal.name());
    }

    Optional<Person> person(int id) {
        return Optional.ofNullable(people.get(id));
    }

    Optional<String> rule(int id) {
        return Optional.ofNullable(rules.get(id));
    }
}
