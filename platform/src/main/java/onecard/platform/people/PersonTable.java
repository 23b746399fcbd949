package onecard.platform.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `people.person`, but for its lists: see [PersonList].
@Repository
class PersonTable {
    static final String COLUMNS =
            """
            select p.id, p.person_no, p.name, p.department, p.person_group, p.phone,
                   p.face_enrol_no, p.version
            """;

    private static final String FIND =
            COLUMNS
                    + """
                      from people.person p
                     where p.id = any (:ids)
                    """;

    private static final String LOCK =
            COLUMNS
                    + """
                      from people.person p
                     where p.id = :id
                       for update
                    """;

    private static final String BY_NO =
            COLUMNS
                    + """
                      from people.person p
                     where p.person_no = :number
                    """;

    private static final String STANDING =
            """
            select id, name, department, person_group
              from people.person
             where id = any (:ids)
            """;

    /// One at a time, so that two people do not get one number.
    private static final String LOCK_NUMBERS =
            "select true from pg_advisory_xact_lock(hashtextextended('people.person_no', 0))";

    private static final String HIGHEST_NUMBER =
            """
            select person_no
              from people.person
             where person_no ~ '^[0-9]+$'
             order by char_length(person_no) desc, person_no desc
             limit 1
            """;

    private static final String ADD =
            """
            insert into people.person
                   (person_no, name, pinyin, initials, name_parts, department, person_group, phone,
                    face_enrol_no, entered_at)
            values (:number, :name, :pinyin, :initials, :parts, :department, :group, :phone,
                    :number, :at)
            on conflict do nothing
            returning id
            """;

    private static final String CHANGE =
            """
            update people.person
               set name = :name, pinyin = :pinyin, initials = :initials, name_parts = :parts,
                   department = :department, person_group = :group, phone = :phone,
                   version = version + 1
             where id = :id
            """;

    private static final String COUNT_IN_GROUP =
            """
            select count(*)
              from people.person
             where person_group = :group
            """;

    private static final String COUNT_BY_DEPARTMENT =
            """
            select department, count(*) as people
              from people.person
             group by department
            """;

    private static final String COUNT_BY_GROUP =
            """
            select person_group, count(*) as people
              from people.person
             where person_group is not null
             group by person_group
            """;

    private final JdbcClient jdbc;

    PersonTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Person> find(Collection<PersonId> ids) {
        return jdbc.sql(FIND).param("ids", numbers(ids)).query(PersonTable::row).list();
    }

    Optional<Person> lock(PersonId id) {
        return jdbc.sql(LOCK).param("id", id.value()).query(PersonTable::row).optional();
    }

    Optional<Person> byNo(PersonNo number) {
        return jdbc.sql(BY_NO).param("number", number.value()).query(PersonTable::row).optional();
    }

    Map<PersonId, Standing> standing(Collection<PersonId> ids) {
        var found = new HashMap<PersonId, Standing>();
        jdbc.sql(STANDING)
                .param("ids", numbers(ids))
                .query(row -> {
                    var name = row.getString("name");
                    found.put(
                            new PersonId(row.getInt("id")),
                            new Standing(
                                    group(row),
                                    new DepartmentId(row.getInt("department")),
                                    MaskedName.of(name),
                                    name));
                });
        return found;
    }

    /// Keeps others from drawing a number until the transaction ends, and returns the highest one
    /// that is all digits.
    Optional<String> highestNumber() {
        jdbc.sql(LOCK_NUMBERS).query(Boolean.class).single();
        return jdbc.sql(HIGHEST_NUMBER).query(String.class).optional();
    }

    /// Enters a person; empty if the number is taken, as a person number or for a face.
    Optional<PersonId> add(PersonNo number, NewPerson person, Instant at) {
        return words(jdbc.sql(ADD), person.name())
                .param("number", number.value())
                .param("department", person.department().value())
                .param("group", value(person.group()))
                .param("phone", person.phone().orElse(null))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new PersonId(row.getInt("id")))
                .optional();
    }

    void change(PersonId id, PersonChange change) {
        words(jdbc.sql(CHANGE), change.name())
                .param("id", id.value())
                .param("department", change.department().value())
                .param("group", value(change.group()))
                .param("phone", change.phone().orElse(null))
                .update();
    }

    int countIn(GroupId group) {
        return jdbc.sql(COUNT_IN_GROUP).param("group", group.value()).query(Integer.class).single();
    }

    Map<DepartmentId, Integer> countByDepartment() {
        var counts = new HashMap<DepartmentId, Integer>();
        jdbc.sql(COUNT_BY_DEPARTMENT)
                .query(row -> {
                    counts.put(new DepartmentId(row.getInt("department")), row.getInt("people"));
                });
        return counts;
    }

    Map<GroupId, Integer> countByGroup() {
        var counts = new HashMap<GroupId, Integer>();
        jdbc.sql(COUNT_BY_GROUP)
                .query(row -> {
                    counts.put(new GroupId(row.getInt("person_group")), row.getInt("people"));
                });
        return counts;
    }

    private static JdbcClient.StatementSpec words(JdbcClient.StatementSpec statement, String name) {
        var sound = PinyinKey.of(name);
        return statement
                .param("name", name)
                .param("pinyin", sound.full())
                .param("initials", sound.initials())
                .param("parts", NameParts.of(name.toLowerCase(Locale.ROOT)));
    }

    private static @Nullable Integer value(Optional<GroupId> group) {
        return group.map(GroupId::value).orElse(null);
    }

    static Person row(ResultSet row, int ignored) throws SQLException {
        return new Person(
                new PersonId(row.getInt("id")),
                new PersonNo(row.getString("person_no")),
                row.getString("name"),
                new DepartmentId(row.getInt("department")),
                group(row),
                Optional.ofNullable(row.getString("phone")),
                row.getString("face_enrol_no"),
                row.getInt("version"));
    }

    private static Optional<GroupId> group(ResultSet row) throws SQLException {
        int group = row.getInt("person_group");
        return group == 0 ? Optional.empty() : Optional.of(new GroupId(group));
    }

    private static Integer[] numbers(Collection<PersonId> ids) {
        return ids.stream().map(PersonId::value).toArray(Integer[]::new);
    }
}
