package onecard.platform.cards;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onecard.platform.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `cards.account_state`. Its rows change under the lock of the account.
@Repository
class AccountStateTable {
    private static final String READ =
            """
            select person, state
              from cards.account_state
             where person = any (:people)
            """;

    private static final String OPEN =
            """
            insert into cards.account_state (person, state, opened_at, changed_at)
            select p, 'OPEN', :at, :at
              from unnest(:people) p
             order by p
            on conflict do nothing
            """;

    private static final String CHANGE =
            """
            update cards.account_state
               set state = :state, changed_at = :at
             where person = :person
            """;

    private static final String FROZEN =
            """
            select person
              from cards.account_state
             where state = 'FROZEN' and person > :after
             order by person
             limit :limit
            """;

    private static final String COUNT_FROZEN =
            """
            select count(*)
              from cards.account_state
             where state = 'FROZEN'
            """;

    private final JdbcClient jdbc;
    private final CardChanges changes;

    AccountStateTable(JdbcClient jdbc, CardChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    Map<PersonId, AccountState> read(Collection<PersonId> people) {
        var states = new HashMap<PersonId, AccountState>();
        jdbc.sql(READ)
                .param("people", numbers(people))
                .query(row -> {
                    states.put(
                            new PersonId(row.getInt("person")),
                            AccountState.valueOf(row.getString("state")));
                });
        return states;
    }

    /// Opens accounts that are not open yet.
    void open(Collection<PersonId> people, Instant at) {
        jdbc.sql(OPEN)
                .param("people", numbers(people))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Lists the frozen in order of their ids.
    List<PersonId> frozen(int after, int limit) {
        return jdbc.sql(FROZEN)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new PersonId(row.getInt("person")))
                .list();
    }

    int countFrozen() {
        return jdbc.sql(COUNT_FROZEN).query(Integer.class).single();
    }

    void change(PersonId person, AccountState state, Instant at) {
        changes.touched(person);
        jdbc.sql(CHANGE)
                .param("person", person.value())
                .param("state", state.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Integer[] numbers(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(Integer[]::new);
    }
}
