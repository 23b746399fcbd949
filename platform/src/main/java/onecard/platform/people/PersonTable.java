package onecard.platform.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `people.person`: locks and writes it. [PersonLook] and [PersonList] read it.
@Repository
class PersonTable {
    private static final String LOCK =
            PersonColumns.SELECT
                    + """
                      from people.person p
                     where p.id = any (:ids)
                     order by p.id
                       for update
                    """;

    /// Everybody in one statement; the parts of a name come as one text.
    private static final String ADD =
            """
            insert into people.person
                   (person_no, name, pinyin, initials, name_parts, department, person_group, phone,
                    face_enrol_no, holder_type, document_type, document_no, entered_at)
            select number, name, pinyin, initials, string_to_array(parts, chr(31)), department,
                   nullif(person_group, 0), phone, number, nullif(holder_type, 0), document_type,
                   document_no, :at
              from unnest(cast(:numbers as text[]), cast(:names as text[]), cast(:pinyin as text[]),
                          cast(:initials as text[]), cast(:parts as text[]),
                          cast(:departments as int[]), cast(:groups as int[]),
                          cast(:phones as text[]), cast(:holderTypes as int[]),
                          cast(:documentTypes as text[]), cast(:documentNos as text[]))
                   as given (number, name, pinyin, initials, parts, department, person_group, phone,
                             holder_type, document_type, document_no)
            on conflict do nothing
            returning id
            """;

    private static final String CHANGE =
            """
            update people.person
               set person_no = :number, name = :name, pinyin = :pinyin, initials = :initials,
                   name_parts = string_to_array(:parts, chr(31)), department = :department,
                   person_group = :group, phone = :phone, face_enrol_no = :faceEnrolNo,
                   holder_type = :holderType, document_type = :documentType,
                   document_no = :documentNo, version = version + 1
             where id = :id
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

    private static final String FORGET =
            """
            delete from people.person
             where id = any (:ids)
            """;

    private static final String PART = "\u001f";

    private final JdbcClient jdbc;

    PersonTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> lock(PersonId id) {
        return lock(List.of(id)).stream().findFirst();
    }

    /// Locks people in order of their ids.
    List<Person> lock(Collection<PersonId> ids) {
        return jdbc.sql(LOCK)
                .param("ids", PersonColumns.numbers(ids))
                .query(PersonColumns::row)
                .list();
    }

    /// Enters people with their numbers; who is missing in the answer has a number that is taken,
    /// as a person number or for a face.
    List<PersonId> add(List<NewPerson> people, Instant at) {
        var sounds = people.stream().map(person -> PinyinKey.of(person.name())).toList();
        return jdbc.sql(ADD)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("numbers", texts(people, person -> number(person).value()))
                .param("names", texts(people, NewPerson::name))
                .param("pinyin", texts(sounds, PinyinKey::full))
                .param("initials", texts(sounds, PinyinKey::initials))
                .param("parts", texts(people, person -> parts(person.name())))
                .param("departments", numbers(people, person -> person.department().value()))
                .param("groups", numbers(people, person -> orZero(person.group(), GroupId::value)))
                .param("phones", texts(people, person -> person.phone().orElse(null)))
                .param(
                        "holderTypes",
                        numbers(people, person -> orZero(person.holderType(), ChoiceId::value)))
                .param("documentTypes", texts(people, person -> type(person.document())))
                .param("documentNos", texts(people, person -> number(person.document())))
                .query((row, _) -> new PersonId(row.getInt("id")))
                .list();
    }

    void change(PersonId id, PersonChange change) {
        var sound = PinyinKey.of(change.name());
        jdbc.sql(CHANGE)
                .param("id", id.value())
                .param("number", change.number().value())
                .param("name", change.name())
                .param("pinyin", sound.full())
                .param("initials", sound.initials())
                .param("parts", parts(change.name()))
                .param("department", change.department().value())
                .param("group", change.group().map(GroupId::value).orElse(null))
                .param("phone", change.phone().orElse(null))
                .param("faceEnrolNo", change.faceEnrolNo())
                .param("holderType", change.holderType().map(ChoiceId::value).orElse(null))
                .param("documentType", type(change.document()))
                .param("documentNo", number(change.document()))
                .update();
    }

    void regroup(Collection<PersonId> ids, Optional<GroupId> group) {
        jdbc.sql(REGROUP)
                .param("ids", PersonColumns.numbers(ids))
                .param("group", group.map(GroupId::value).orElse(null))
                .update();
    }

    void replace(Collection<PersonId> ids, DepartmentId department) {
        jdbc.sql(REPLACE)
                .param("ids", PersonColumns.numbers(ids))
                .param("department", department.value())
                .update();
    }

    void leave(Collection<PersonId> ids, Instant at) {
        jdbc.sql(LEAVE)
                .param("ids", PersonColumns.numbers(ids))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void comeBack(PersonId id, DepartmentId department, Optional<GroupId> group) {
        jdbc.sql(RETURN)
                .param("id", id.value())
                .param("department", department.value())
                .param("group", group.map(GroupId::value).orElse(null))
                .update();
    }

    /// Forgets people altogether; fails where anything refers to one.
    void forget(Collection<PersonId> ids) {
        jdbc.sql(FORGET).param("ids", PersonColumns.numbers(ids)).update();
    }

    private static PersonNo number(NewPerson person) {
        return person.number()
                .orElseThrow(() -> new IllegalArgumentException("Numbers are drawn before"));
    }

    private static String parts(String name) {
        return String.join(PART, NameParts.of(name.toLowerCase(Locale.ROOT)));
    }

    private static @Nullable String type(Optional<IdDocument> document) {
        return document.map(each -> each.type().name()).orElse(null);
    }

    private static @Nullable String number(Optional<IdDocument> document) {
        return document.map(IdDocument::number).orElse(null);
    }

    private static <T> int orZero(Optional<T> value, Function<T, Integer> number) {
        return value.map(number).orElse(0);
    }

    private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static <T> Integer[] numbers(List<T> all, Function<T, Integer> number) {
        return all.stream().map(number).toArray(Integer[]::new);
    }
}
