package onecard.platform.system.signin;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onecard.platform.system.Language;
import onecard.platform.system.MerchantScope;
import onecard.platform.system.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `system.operator` and `system.operator_role`.
@Repository
class OperatorTable {
    private static final String SELECT =
            """
            select o.id, o.name, o.display_name, o.password_hash, o.must_change, o.language,
                   o.merchants, o.active, o.revision,
                   coalesce((select array_agg(r.role order by r.role)
                               from system.operator_role r
                              where r.operator_id = o.id), '{}') as roles,
                   coalesce((select array_agg(distinct p.permission)
                               from system.operator_role r
                               join system.role_permission p on p.role = r.role
                              where r.operator_id = o.id), '{}') as permissions
              from system.operator o
            """;

    private static final String BY_ID =
            SELECT
                    + """
                     where o.id = :id
                    """;

    private static final String BY_NAME =
            SELECT
                    + """
                     where lower(o.name) = lower(:name)
                    """;

    private static final String LIST =
            SELECT
                    + """
                     where o.id > :after
                     order by o.id
                     limit :limit
                    """;

    private static final String ANY =
            """
            select exists (select from system.operator)
            """;

    private static final String ADMINISTERED =
            """
            select exists (
                select
                  from system.operator o
                  join system.operator_role r on r.operator_id = o.id
                 where o.active
                   and r.role = 'ADMINISTRATOR')
            """;

    /// One editor at a time: so that of two administrators not each removes the other.
    private static final String LOCK =
            """
            lock table system.operator_role in share row exclusive mode
            """;

    private static final String ADD =
            """
            insert into system.operator
                   (name, display_name, password_hash, must_change, language, merchants, made_at)
            values (:name, :display, :hash, :mustChange, :language, :merchants, :now)
            on conflict do nothing
            returning id
            """;

    private static final String CHANGE =
            """
            update system.operator
               set display_name = :display, merchants = :merchants, active = :active,
                   revision = revision + 1
             where id = :id
            """;

    private static final String PASSWORD =
            """
            update system.operator
               set password_hash = :hash, must_change = :mustChange, revision = revision + 1
             where id = :id
            """;

    private static final String SPEAK =
            """
            update system.operator
               set language = :language
             where id = :id
            """;

    private static final String TAKE_ROLES =
            """
            delete from system.operator_role
             where operator_id = :id
            """;

    private static final String GIVE_ROLES =
            """
            insert into system.operator_role (operator_id, role)
            select :id, unnest(:roles)
            """;

    private final JdbcClient jdbc;

    OperatorTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OperatorRow> find(int id) {
        return jdbc.sql(BY_ID).param("id", id).query(OperatorTable::row).optional();
    }

    Optional<OperatorRow> find(String name) {
        return jdbc.sql(BY_NAME).param("name", name).query(OperatorTable::row).optional();
    }

    List<OperatorRow> list(int after, int limit) {
        return jdbc.sql(LIST)
                .param("after", after)
                .param("limit", limit)
                .query(OperatorTable::row)
                .list();
    }

    boolean any() {
        return jdbc.sql(ANY).query(Boolean.class).single();
    }

    void lock() {
        jdbc.sql(LOCK).update();
    }

    boolean isAdministered() {
        return jdbc.sql(ADMINISTERED).query(Boolean.class).single();
    }

    /// Adds an operator; empty if the name is taken.
    Optional<Integer> add(NewOperator operator, String hash, Instant now) {
        Optional<Integer> id =
                jdbc.sql(ADD)
                        .param("name", operator.name())
                        .param("display", operator.displayName())
                        .param("hash", hash)
                        .param("mustChange", operator.mustChange())
                        .param("language", operator.language().tag())
                        .param("merchants", operator.merchants().forSql())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .optional();
        id.ifPresent(one -> giveRoles(one, operator.roles()));
        return id;
    }

    void change(OperatorRow operator) {
        jdbc.sql(CHANGE)
                .param("id", operator.id())
                .param("display", operator.displayName())
                .param("merchants", operator.merchants().forSql())
                .param("active", operator.active())
                .update();
        jdbc.sql(TAKE_ROLES).param("id", operator.id()).update();
        giveRoles(operator.id(), operator.roles());
    }

    void password(int id, String hash, boolean mustChange) {
        jdbc.sql(PASSWORD)
                .param("id", id)
                .param("hash", hash)
                .param("mustChange", mustChange)
                .update();
    }

    void speak(int id, Language language) {
        jdbc.sql(SPEAK).param("id", id).param("language", language.tag()).update();
    }

    private void giveRoles(int id, List<String> roles) {
        jdbc.sql(GIVE_ROLES).param("id", id).param("roles", roles.toArray(String[]::new)).update();
    }

    private static OperatorRow row(ResultSet row, int number) throws SQLException {
        return new OperatorRow(
                row.getInt("id"),
                row.getString("name"),
                row.getString("display_name"),
                row.getString("password_hash"),
                row.getBoolean("must_change"),
                Language.ofTag(row.getString("language")).orElseThrow(),
                scope(row.getArray("merchants")),
                row.getBoolean("active"),
                row.getLong("revision"),
                List.of((String[]) row.getArray("roles").getArray()),
                permissions((String[]) row.getArray("permissions").getArray()));
    }

    private static MerchantScope scope(@Nullable Array merchants) throws SQLException {
        return merchants == null
                ? MerchantScope.ALL
                : new MerchantScope.Only(Set.of((Integer[]) merchants.getArray()));
    }

    private static Set<Permission> permissions(String[] names) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        Arrays.stream(names).map(Permission::valueOf).forEach(permissions::add);
        return Collections.unmodifiableSet(permissions);
    }
}
