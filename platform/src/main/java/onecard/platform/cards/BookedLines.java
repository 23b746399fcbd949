package onecard.platform.cards;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onecard.platform.people.PersonId;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what batches have booked: to take it back, and to say it on a statement.
@Repository
class BookedLines {
    private static final String BOOKED =
            BatchLineTable.COLUMNS
                    + """
                     where p.batch = :batch and p.person = any (:people)
                       and p.first_number is not null and not p.undone
                     order by p.person, p.row
                    """;

    /// Who was granted another subsidy by a batch after a moment of theirs.
    private static final String GRANTED_SINCE =
            """
            select distinct p.person
              from unnest(:people, cast(:moments as timestamptz[])) as s (person, at)
              join cards.money_batch_person p
                   on p.person = s.person and p.subsidy > 0 and p.booked_at > s.at
              join cards.money_batch b on b.id = p.batch
             where not p.undone and b.kind in ('SUBSIDY', 'TOP_UP_TABLE')
            """;

    private static final String BY_NUMBER =
            """
            select distinct f.first_number, f.last_number, f.remark, f.undone
              from unnest(:numbers) e (number)
             cross join lateral (select c.first_number, c.last_number, c.remark, c.undone
                                   from cards.money_batch_person c
                                  where c.first_number <= e.number
                                  order by c.first_number desc
                                  limit 1) f
             where e.number <= f.last_number
            """;

    private final JdbcClient jdbc;

    BookedLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Which entries belong to a line.
    record Entries(long first, long last, String remark, boolean undone) {}

    /// Returns what was booked for these people and still stands.
    List<BookedLine> booked(int batch, Collection<PersonId> people) {
        return jdbc.sql(BOOKED)
                .param("batch", batch)
                .param("people", people.stream().map(PersonId::value).toArray(Integer[]::new))
                .query((row, _) ->
                        new BookedLine(
                                BatchLineTable.line(row, 0),
                                row.getLong("first_number"),
                                Money.ofCents(row.getLong("cleared")),
                                BatchLineTable.day(row, "until_before"),
                                row.getObject("booked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// Tells who was granted another subsidy by a batch since.
    Set<PersonId> grantedSince(Map<PersonId, Instant> moments) {
        return since(jdbc.sql(GRANTED_SINCE), moments);
    }

    /// Finds the lines to which journal numbers belong.
    List<Entries> byNumbers(Collection<Long> numbers) {
        return jdbc.sql(BY_NUMBER)
                .param("numbers", numbers.toArray(Long[]::new))
                .query((row, _) ->
                        new Entries(
                                row.getLong("first_number"),
                                row.getLong("last_number"),
                                row.getString("remark"),
                                row.getBoolean("undone")))
                .list();
    }

    /// Asks a statement that joins people with a moment of each.
    static Set<PersonId> since(JdbcClient.StatementSpec statement, Map<PersonId, Instant> moments) {
        var given = List.copyOf(moments.entrySet());
        return new HashSet<>(
                statement
                        .param(
                                "people",
                                given.stream()
                                        .map(each -> each.getKey().value())
                                        .toArray(Integer[]::new))
                        .param(
                                "moments",
                                given.stream()
                                        .map(each -> each.getValue().atOffset(ZoneOffset.UTC))
                                        .map(OffsetDateTime::toString)
                                        .toArray(String[]::new))
                        .query((row, _) -> new PersonId(row.getInt("person")))
                        .list());
    }
}
