package onecard.platform.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import onecard.platform.people.DepartmentId;
import onecard.platform.people.GroupId;
import onecard.platform.people.PersonId;
import onecard.platform.system.Operator;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `cards.money_batch` and `cards.money_batch_person`.
@Repository
class MoneyBatchTable {
    private static final String FIND =
            """
            select id, kind, amount, subsidy_mode, subsidy_until, channel, remark, department,
                   person_group, at, chunks
              from cards.money_batch
             where id = :id
            """;

    private static final String ADD =
            """
            insert into cards.money_batch
                   (kind, amount, subsidy_mode, subsidy_until, channel, remark, department,
                    person_group, operator, operator_name, at)
            values (:kind, :amount, :mode, :until, :channel, :remark, :department, :group,
                    :operator, :operatorName, :at)
            returning id
            """;

    /// Numbers the chunks by the order of the people, which is the order of the locks.
    private static final String CUT =
            """
            with cut as (
                insert into cards.money_batch_person (batch, person, chunk)
                select :batch, p.person, (p.place - 1) / :size
                  from unnest(:people) with ordinality as p (person, place))
            update cards.money_batch
               set chunks = :chunks
             where id = :batch
            """;

    private static final String WAITING =
            """
            select person
              from cards.money_batch_person
             where batch = :batch and chunk = :chunk and not done
             order by person
               for update
            """;

    private static final String DONE =
            """
            update cards.money_batch_person as b
               set done = true, problem = r.problem, first_number = r.first_number,
                   last_number = r.last_number, booked_on = :day
              from unnest(:people, :problems, :first, :last)
                   as r (person, problem, first_number, last_number)
             where b.batch = :batch and b.person = r.person
            """;

    private static final String COUNT =
            """
            select count(*) as people, count(*) filter (where done) as done,
                   count(*) filter (where done and problem is null) as booked,
                   count(*) filter (where problem is not null) as refused
              from cards.money_batch_person
             where batch = :batch
            """;

    private static final String REFUSED =
            """
            select person, problem
              from cards.money_batch_person
             where batch = :batch and problem is not null and person > :after
             order by person
             limit :limit
            """;

    private final JdbcClient jdbc;

    MoneyBatchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What became of one person.
    ///
    /// @param problem why nothing was booked; empty if it was
    /// @param first the journal number of the first entry, 0 if nothing was booked
    record Result(PersonId person, Optional<String> problem, long first, long last) {}

    record Counts(int people, int done, int booked, int refused) {}

    record Refused(PersonId person, String problem) {}

    int add(MoneyBatch batch, Operator operator) {
        return jdbc.sql(ADD)
                .param("kind", batch.kind().name())
                .param("amount", batch.amount().cents())
                .param("mode", batch.mode().name())
                .param("until", batch.subsidyUntil().orElse(null), Types.DATE)
                .param("channel", batch.channel().name())
                .param("remark", batch.remark())
                .param(
                        "department",
                        batch.department().map(DepartmentId::value).orElse(null),
                        Types.INTEGER)
                .param("group", batch.group().map(GroupId::value).orElse(null), Types.INTEGER)
                .param("operator", operator.id())
                .param("operatorName", operator.displayName())
                .param("at", batch.at().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getInt("id"))
                .single();
    }

    Optional<MoneyBatch> find(int id) {
        return jdbc.sql(FIND).param("id", id).query(MoneyBatchTable::row).optional();
    }

    /// Writes down who is meant, sorted and cut into chunks.
    void cut(int batch, Collection<PersonId> people) {
        var sorted = people.stream().distinct().sorted().map(PersonId::value).toList();
        jdbc.sql(CUT)
                .param("batch", batch)
                .param("people", sorted.toArray(Integer[]::new))
                .param("size", MoneyBatch.CHUNK)
                .param("chunks", (sorted.size() + MoneyBatch.CHUNK - 1) / MoneyBatch.CHUNK)
                .update();
    }

    /// Returns who of a chunk is still to be served, locked.
    List<PersonId> waiting(int batch, int chunk) {
        return jdbc.sql(WAITING)
                .param("batch", batch)
                .param("chunk", chunk)
                .query((row, _) -> new PersonId(row.getInt("person")))
                .list();
    }

    void done(int batch, LocalDate day, List<Result> results) {
        jdbc.sql(DONE)
                .param("batch", batch)
                .param("day", day)
                .param(
                        "people",
                        results.stream().map(one -> one.person().value()).toArray(Integer[]::new))
                .param(
                        "problems",
                        results.stream()
                                .map(one -> one.problem().orElse(null))
                                .toArray(String[]::new))
                .param(
                        "first",
                        results.stream().map(one -> number(one.first())).toArray(Long[]::new))
                .param("last", results.stream().map(one -> number(one.last())).toArray(Long[]::new))
                .update();
    }

    Counts count(int batch) {
        return jdbc.sql(COUNT)
                .param("batch", batch)
                .query((row, _) ->
                        new Counts(
                                row.getInt("people"),
                                row.getInt("done"),
                                row.getInt("booked"),
                                row.getInt("refused")))
                .single();
    }

    List<Refused> refused(int batch, int after, int limit) {
        return jdbc.sql(REFUSED)
                .param("batch", batch)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) ->
                        new Refused(new PersonId(row.getInt("person")), row.getString("problem")))
                .list();
    }

    private static @org.jspecify.annotations.Nullable Long number(long number) {
        return number == 0 ? null : number;
    }

    private static MoneyBatch row(ResultSet row, int ignored) throws SQLException {
        return new MoneyBatch(
                row.getInt("id"),
                BatchKind.valueOf(row.getString("kind")),
                Money.ofCents(row.getLong("amount")),
                SubsidyMode.valueOf(row.getString("subsidy_mode")),
                Optional.ofNullable(row.getObject("subsidy_until", LocalDate.class)),
                Channel.valueOf(row.getString("channel")),
                row.getString("remark"),
                Optional.ofNullable(row.getObject("department", Integer.class))
                        .map(DepartmentId::new),
                Optional.ofNullable(row.getObject("person_group", Integer.class)).map(GroupId::new),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("chunks", Integer.class)));
    }
}
