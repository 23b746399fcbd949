package onecard.platform.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists `people.person` page by page, without those who left. There is one way in for each kind of
/// search, so that each has an index to walk: words, a department, a group, or the order itself.
/// The first three gather who is meant before they sort; walking the order until enough of a few
/// were found would read everybody.
@Repository
class PersonList {
    private static final String EVERYBODY =
            """
              from people.person p
             where p.left_at is null
            """;

    private static final String BY_WORDS =
            """
              from meant join people.person p using (id)
             where p.left_at is null
               and (cast(:group as int) is null or p.person_group = :group)
               and (cast(:code as text) is null
                    or p.department in (select d.id
                                          from people.department d
                                         where d.code >= :code and d.code < :codeEnd))
            """;

    private static final String MEANT_BY_WORDS =
            """
            with meant as materialized (
                select m.id
                  from people.person m
                 where m.person_no >= :capitals and m.person_no < :capitals || :last
                    or m.pinyin >= :letters and m.pinyin < :letters || :last
                    or m.initials >= :letters and m.initials < :letters || :last
                    or m.name_parts @> array[cast(:part as text)]
                       and position(:words in lower(m.name)) > 0)
            """;

    private static final String MEANT_BY_DEPARTMENT =
            """
            with meant as materialized (
                select m.id
                  from people.person m
                 where m.department in (select d.id
                                          from people.department d
                                         where d.code >= :code and d.code < :codeEnd)
                   and m.left_at is null)
            """;

    private static final String BY_DEPARTMENT =
            """
              from meant join people.person p using (id)
             where (cast(:group as int) is null or p.person_group = :group)
            """;

    private static final String BY_GROUP =
            """
              from people.person p
             where p.person_group = :group
               and p.left_at is null
            """;

    private static final String BY_NUMBER =
            """
               and p.person_no > :after
             order by p.person_no
             limit :limit
            """;

    /// The page before is remembered by its last person's number; where that stands among the
    /// sounds is looked up, so that a renamed person does not repeat a page.
    private static final String BY_SOUND =
            """
               and (p.pinyin, p.person_no)
                   > (coalesce((select a.pinyin
                                  from people.person a
                                 where a.person_no = :after), ''), :after)
             order by p.pinyin, p.person_no
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
            return page(MEANT_BY_DEPARTMENT, BY_DEPARTMENT, search)
                    .param("code", below.get().value())
                    .param("codeEnd", below.get().end())
                    .param("group", group)
                    .query(PersonColumns::row)
                    .list();
        }
        if (group != null) {
            return page("", BY_GROUP, search)
                    .param("group", group)
                    .query(PersonColumns::row)
                    .list();
        }
        return page("", EVERYBODY, search).query(PersonColumns::row).list();
    }

    private List<Person> byWords(
            PersonSearch search, String words, Optional<DepartmentCode> below) {
        return page(MEANT_BY_WORDS, BY_WORDS, search)
                .param("words", words)
                .param("part", NameParts.lookup(words))
                .param("capitals", words.toUpperCase(Locale.ROOT))
                .param("letters", words.replace(" ", ""))
                .param("last", LAST)
                .param("group", search.group().map(GroupId::value).orElse(null))
                .param("code", below.map(DepartmentCode::value).orElse(null))
                .param("codeEnd", below.map(DepartmentCode::end).orElse(null))
                .query(PersonColumns::row)
                .list();
    }

    private JdbcClient.StatementSpec page(String meant, String from, PersonSearch search) {
        var order =
                switch (search.order()) {
                    case NUMBER -> BY_NUMBER;
                    case NAME -> BY_SOUND;
                };
        return jdbc.sql(meant + PersonColumns.SELECT + from + order)
                .param("after", search.after().map(PersonNo::value).orElse(""))
                .param("limit", search.limit());
    }
}
