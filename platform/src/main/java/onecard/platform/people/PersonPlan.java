package onecard.platform.people;

import java.util.Optional;

/// What an import writes for one row.
sealed interface PersonPlan {
    /// A person is entered.
    record Add(PersonNo number, NewPerson person) implements PersonPlan {}

    /// A record is changed.
    ///
    /// @param before as it was judged
    record Change(Person before, PersonChange change) implements PersonPlan {
        /// Tells whether another group is given, so that the account must be held.
        boolean regroups() {
            return !before.group().equals(change.group());
        }

        Optional<DepartmentId> movesTo() {
            return before.department().equals(change.department())
                    ? Optional.empty()
                    : Optional.of(change.department());
        }
    }
}
