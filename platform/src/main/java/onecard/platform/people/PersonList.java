package onecard.platform.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists `people.person` page by page. There is one statement for each way in, so that each has an
/// index to walk: words, a department, a group, or the numbers themselves. The first three gather
/// who is meant before they sort; walking the numbers until enough of a few were found would read
/// everybody.
@Repository
class PersonList {
    private static final String EVERYBODY =
            PersonTable.COLUMNS
                    + """
                      from people.person p
                     where p.person_no > :after
                     order by p.person_no
                     limit :limit
                    """;

    private static final String BY_WORDS =
            """
            with meant as materialized (
                select m.id
                  from people.person m
                 where m.person_no >= :capitals and m.person_no < :capitals || :last
                    or m.pinyin >= :letters and m.pinyin < :letters || :last
                    or m.initials >= :letters and m.initials < :letters || :last
                    or m.name_parts @> array[cast(:part as text)]
                       and position(:words in lower(m.name)) > 0)
            """
                    + PersonTable.COLUMNS
                    + """
                      from meant join people.person p using (id)
                     where p.person_no > :after
                       and (cast(:group as int) is null or p.person_group = :group)
                       and (cast(:code as text) is null
                            or p.department in (select d.id
                                                  from people.department d
                                                 where d.code >= :code and d.code < :codeEnd))
                     order by p.person_no
                     limit :limit
                    """;

    private static final String BY_DEPARTMENT =
            """
            with meant as materialized (
                select m.id
                  from people.person m
                 where m.department in (select d.id
                                          from people.department d
                                         where d.code >= :code and d.code < :codeEnd)
                   and m.person_no > :after)
            """
                    + PersonTable.COLUMNS
                    + """
                      from meant join people.person p using (id)
                     where (cast(:group as int) is null or p.person_group = :group)
                     order by p.person_no
                     limit :limit
                    """;

    private static final String BY_GROUP =
            PersonTable.COLUMNS
                    + """
                      from people.person p
                     where p.person_group = :group
                       and p.person_no > :after
                     order by p.person_no
                     limit :limit
                    """;

    /// Behind every character there is: `x <= y < x || LAST` is "begins with x" for an index.
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final String ROOT = "0";

    private final JdbcClient jdbc;

    PersonList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param code of the department, if one is meant
    List<Person> page(PersonSearch search, Optional<DepartmentCode> code) {
        var below = code.filter(each -> !each.value().equals(ROOT));
        var words = search.words().toLowerCase(Locale.ROOT);
        if (!words.isEmpty()) {
            return byWords(search, words, below);
        }
        @Nullable Integer group = search.group().map(GroupId::value).orElse(null);
        if (below.isPresent()) {
            return page(BY_DEPARTMENT, search)
                    .param("code", below.get().value())
                    .param("codeEnd", below.get().end())
                    .param("group", group)
                    .query(PersonTable::row)
                    .list();
        }
        if (group != null) {
            return page(BY_GROUP, search).param("group", group).query(PersonTable::row).list();
        }
        return page(EVERYBODY, search).query(PersonTable::row).list();
    }

    private List<Person> byWords(
            PersonSearch search, String words, Optional<DepartmentCode> below) {
        return page(BY_WORDS, search)
                .param("words", words)
                .param("part", NameParts.lookup(words))
                .param("capitals", words.toUpperCase(Locale.ROOT))
                .param("letters", words.replace(" ", ""))
                .param("last", LAST)
                .param("group", search.group().map(GroupId::value).orElse(null))
                .param("code", below.map(DepartmentCode::value).orElse(null))
                .param("codeEnd", below.map(DepartmentCode::end).orElse(null))
                .query(PersonTable::row)
                .list();
    }

    private JdbcClient.StatementSpec page(String statement, PersonSearch search) {
        return jdbc.sql(statement)
                .param("after", search.after().map(PersonNo::value).orElse(""))
                .param("limit", search.limit());
    }
}
