package onecard.platform.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads `people.person`, but for its lists: see [PersonList].
@Repository
class PersonLook {
    private static final String FIND =
            PersonColumns.SELECT
                    + """
                      from people.person p
                     where p.id = any (:ids)
                    """;

    private static final String BY_NO =
            PersonColumns.SELECT
                    + """
                      from people.person p
                     where p.person_no = any (:numbers)
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

    private static final String NUMBER_CLASH =
            """
            select case when person_no = :number then 'personNo' else 'faceEnrolNo' end
              from people.person
             where (person_no = :number or face_enrol_no = :faceEnrolNo)
               and id <> :id
             limit 1
            """;

    private static final String FACE_NUMBERS =
            """
            select face_enrol_no
              from people.person
             where face_enrol_no = any (:numbers)
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

    PersonLook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Person> find(Collection<PersonId> ids) {
        return jdbc.sql(FIND)
                .param("ids", PersonColumns.numbers(ids))
                .query(PersonColumns::row)
                .list();
    }

    Optional<Person> byNo(PersonNo number) {
        return byNumbers(List.of(number)).stream().findFirst();
    }

    /// Finds people by their numbers, leavers too.
    List<Person> byNumbers(Collection<PersonNo> numbers) {
        return jdbc.sql(BY_NO).param("numbers", texts(numbers)).query(PersonColumns::row).list();
    }

    /// Returns which of these are somebody's face enrolment number.
    Set<String> faceNumbersTaken(Collection<PersonNo> numbers) {
        return new HashSet<>(
                jdbc.sql(FACE_NUMBERS).param("numbers", texts(numbers)).query(String.class).list());
    }

    Map<PersonId, Standing> standing(Collection<PersonId> ids) {
        var found = new HashMap<PersonId, Standing>();
        jdbc.sql(STANDING)
                .param("ids", PersonColumns.numbers(ids))
                .query(row -> {
                    var name = row.getString("name");
                    found.put(
                            new PersonId(row.getInt("id")),
                            new Standing(
                                    PersonColumns.group(row),
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

    /// Returns which number somebody else has already, if any: `personNo` or `faceEnrolNo`.
    Optional<String> clash(PersonId id, PersonNo number, String faceEnrolNo) {
        return jdbc.sql(NUMBER_CLASH)
                .param("id", id.value())
                .param("number", number.value())
                .param("faceEnrolNo", faceEnrolNo)
                .query(String.class)
                .optional();
    }

    /// Returns who belongs to the departments with codes from one to another and has not left.
    List<PersonId> of(DepartmentCode code, String end) {
        return jdbc.sql(OF_DEPARTMENT)
                .param("code", code.value())
                .param("end", end)
                .query((row, _) -> new PersonId(row.getInt("id")))
                .list();
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

    private static String[] texts(Collection<PersonNo> numbers) {
        return numbers.stream().map(PersonNo::value).toArray(String[]::new);
    }
}
