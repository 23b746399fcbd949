package onecard.platform.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a record is read from `people.person p`.
final class PersonColumns {
    static final String SELECT =
            """
            select p.id, p.person_no, p.name, p.department, p.person_group, p.phone,
                   p.face_enrol_no, p.holder_type, p.document_type, p.document_no, p.left_at,
                   p.version
            """;

    private PersonColumns() {}

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

    static Optional<GroupId> group(ResultSet row) throws SQLException {
        int group = row.getInt("person_group");
        return group == 0 ? Optional.empty() : Optional.of(new GroupId(group));
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

    static Integer[] numbers(Collection<PersonId> ids) {
        return ids.stream().map(PersonId::value).toArray(Integer[]::new);
    }
}
