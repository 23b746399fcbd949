package onecard.platform.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import onecard.platform.people.DepartmentId;
import onecard.platform.people.GroupId;
import onecard.platform.system.Operator;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `cards.money_batch`.
@Repository
class MoneyBatchTable {
    private static final String COLUMNS =
            """
            select id, kind, amount, subsidy_mode, subsidy_until, channel, remark, department,
                   person_group, import, undoes, at, chunks
              from cards.money_batch
            """;

    private static final String FIND = COLUMNS + " where id = :id";
    private static final String OF_IMPORT = COLUMNS + " where import = :import and undoes is null";
    private static final String UNDO_OF = "select id from cards.money_batch where undoes = :id";

    private static final String ADD =
            """
            insert into cards.money_batch
                   (kind, amount, subsidy_mode, subsidy_until, channel, remark, department,
                    person_group, import, undoes, operator, operator_name, at)
            values (:kind, :amount, :mode, :until, :channel, :remark, :department, :group,
                    :import, :undoes, :operator, :operatorName, :at)
            returning id
            """;

    private static final String CUT =
            """
            update cards.money_batch
               set chunks = :chunks
             where id = :batch
            """;

    private final JdbcClient jdbc;

    MoneyBatchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

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
                .param("import", batch.importId().orElse(null), Types.INTEGER)
                .param("undoes", batch.undoes().orElse(null), Types.INTEGER)
                .param("operator", operator.id())
                .param("operatorName", operator.displayName())
                .param("at", batch.at().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getInt("id"))
                .single();
    }

    Optional<MoneyBatch> find(int id) {
        return jdbc.sql(FIND).param("id", id).query(MoneyBatchTable::row).optional();
    }

    Optional<MoneyBatch> ofImport(int importId) {
        return jdbc.sql(OF_IMPORT).param("import", importId).query(MoneyBatchTable::row).optional();
    }

    /// Tells whether a batch was begun that takes this one back.
    boolean isUndone(int id) {
        return jdbc.sql(UNDO_OF).param("id", id).query(Integer.class).optional().isPresent();
    }

    /// Notes that everybody who is meant is written down.
    void cut(int batch, int chunks) {
        jdbc.sql(CUT).param("batch", batch).param("chunks", chunks).update();
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
                Optional.ofNullable(row.getObject("import", Integer.class)),
                Optional.ofNullable(row.getObject("undoes", Integer.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("chunks", Integer.class)));
    }
}
