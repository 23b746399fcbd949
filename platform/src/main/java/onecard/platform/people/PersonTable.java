package onecard.platform.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
                   p.face_enrol_no, p.holder_type, p.document_type, p.document_no, p.left_at,
                   p.version
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
               and (cast(:length as int) is null or char_length(person_no) = :length)
             order by char_length(person_no) desc, person_no desc
             limit 1
            """;

    private static final String ADD =
            """
            insert into people.person
                   (person_no, name, pinyin, initials, name_parts, department, person_group, phone,
                    face_enrol_no, holder_type, document_type, document_no, entered_at)
            values (:number, :name, :pinyin, :initials, :parts, :department, :group, :phone,
                    :number, :holderType, :documentType, :documentNo, :at)
            on conflict do nothing
            returning id
            """;

    private static final String CHANGE =
            """
            update people.person
               set person_no = :number, name = :name, pinyin = :pinyin, initials = :initials,
                   name_parts = :parts, department = :department, person_group = :group,
                   phone = :phone, face_enrol_no = :faceEnrolNo, holder_type = :holderType,
                   document_type = :documentType, document_no = :documentNo, version = version + 1
             where id = :id
            """;

    private static final String NUMBER_CLASH =
            """
            select case when person_no = :number then 'personNo' else 'faceEnrolNo' end
              from people.person
             where (person_no = :number or face_enrol_no = :faceEnrolNo)
               and id <> :id
             limit 1
            """;

    private static final String LOCK_MANY =
            COLUMNS
                    + """
                      from people.person p
                     where p.id = any (:ids)
                     order by p.id
                       for update
                    """;

    private static final String OF_DEPARTMENT =
            """
            select id
              from people.person
             where department in (select d.id
                                    from people.department d
                                   where d.code >= :code and d.code < :end)
               and left_at is null
             order by id
            """;

    private static final String REGROUP =
            """
            update people.person
               set person_group = :group, version = version + 1
             where id = any (:ids)
            """;

    private static final String REPLACE =
            """
            update people.person
               set department = :department, version = version + 1
             where id = any (:ids)
            """;

    private static final String LEAVE =
            """
            update people.person
               set left_at = :at, person_group = null, version = version + 1
             where id = any (:ids)
            """;

    private static final String RETURN =
            """
            update people.person
               set left_at = null, department = :department, person_group = :group,
                   version = version + 1
             where id = :id
            """;

    private static final String COUNT_IN_DEPARTMENT =
            """
            select count(*)
              from people.person
             where department = :department
               and left_at is null
            """;

    private static final String COUNT_OTHER_LENGTHS =
            """
            select count(*)
              from people.person
             where char_length(person_no) <> :length
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
             where left_at is null
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
    ///
    /// @param length which numbers count; empty: all
    Optional<String> highestNumber(Optional<Integer> length) {
        jdbc.sql(LOCK_NUMBERS).query(Boolean.class).single();
        return jdbc.sql(HIGHEST_NUMBER)
                .param("length", length.orElse(null))
                .query(String.class)
                .optional();
    }

    /// Enters a person; empty if the number is taken, as a person number or for a face.
    Optional<PersonId> add(PersonNo number, NewPerson person, Instant at) {
        return words(jdbc.sql(ADD), person.name())
                .param("number", number.value())
                .param("department", person.department().value())
                .param("group", value(person.group()))
                .param("phone", person.phone().orElse(null))
                .param("holderType", person.holderType().map(ChoiceId::value).orElse(null))
                .param("documentType", type(person.document()))
                .param("documentNo", number(person.document()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new PersonId(row.getInt("id")))
                .optional();
    }

    void change(PersonId id, PersonChange change) {
        words(jdbc.sql(CHANGE), change.name())
                .param("id", id.value())
                .param("number", change.number().value())
                .param("department", change.department().value())
                .param("group", value(change.group()))
                .param("phone", change.phone().orElse(null))
                .param("faceEnrolNo", change.faceEnrolNo())
                .param("holderType", change.holderType().map(ChoiceId::value).orElse(null))
                .param("documentType", type(change.document()))
                .param("documentNo", number(change.document()))
                .update();
    }

    /// Returns which number somebody else has already, if any: `personNo` or `faceEnrolNo`.
    Optional<String> clash(PersonId id, PersonNo number, String faceEnrolNo) {
        return jdbc.sql(NUMBER_CLASH)
                .param("id", id.value())
                .param("number", number.value())
                .param("faceEnrolNo", faceEnrolNo)
                .query(String.class)
                .optional();
    }

    /// Locks people in order of their ids.
    List<Person> lock(Collection<PersonId> ids) {
        return jdbc.sql(LOCK_MANY).param("ids", numbers(ids)).query(PersonTable::row).list();
    }

    /// Returns who belongs to these departments and has not left.
    List<PersonId> of(DepartmentCode code, String end) {
        return jdbc.sql(OF_DEPARTMENT)
                .param("code", code.value())
                .param("end", end)
                .query((row, _) -> new PersonId(row.getInt("id")))
                .list();
    }

    void regroup(Collection<PersonId> ids, Optional<GroupId> group) {
        jdbc.sql(REGROUP).param("ids", numbers(ids)).param("group", value(group)).update();
    }

    void replace(Collection<PersonId> ids, DepartmentId department) {
        jdbc.sql(REPLACE)
                .param("ids", numbers(ids))
                .param("department", department.value())
                .update();
    }

    void leave(Collection<PersonId> ids, Instant at) {
        jdbc.sql(LEAVE)
                .param("ids", numbers(ids))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void comeBack(PersonId id, DepartmentId department, Optional<GroupId> group) {
        jdbc.sql(RETURN)
                .param("id", id.value())
                .param("department", department.value())
                .param("group", value(group))
                .update();
    }

    int countIn(DepartmentId department) {
        return jdbc.sql(COUNT_IN_DEPARTMENT)
                .param("department", department.value())
                .query(Integer.class)
                .single();
    }

    /// Returns how many numbers, of leavers too, are not that long.
    int countOtherLengths(int length) {
        return jdbc.sql(COUNT_OTHER_LENGTHS).param("length", length).query(Integer.class).single();
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
                holderType(row),
                document(row),
                Optional.ofNullable(row.getObject("left_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("version"));
    }

    private static Optional<ChoiceId> holderType(ResultSet row) throws SQLException {
        int type = row.getInt("holder_type");
        return type == 0 ? Optional.empty() : Optional.of(new ChoiceId(type));
    }

    private static Optional<IdDocument> document(ResultSet row) throws SQLException {
        @Nullable String type = row.getString("document_type");
        return type == null
                ? Optional.empty()
                : Optional.of(
                        new IdDocument(
                                IdDocument.Type.valueOf(type), row.getString("document_no")));
    }

    private static @Nullable String type(Optional<IdDocument> document) {
        return document.map(each -> each.type().name()).orElse(null);
    }

    private static @Nullable String number(Optional<IdDocument> document) {
        return document.map(IdDocument::number).orElse(null);
    }

    private static Optional<GroupId> group(ResultSet row) throws SQLException {
        int group = row.getInt("person_group");
        return group == 0 ? Optional.empty() : Optional.of(new GroupId(group));
    }

    private static Integer[] numbers(Collection<PersonId> ids) {
        return ids.stream().map(PersonId::value).toArray(Integer[]::new);
    }
}
