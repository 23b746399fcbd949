package onecard.platform.terminals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.database.Columns;
import onecard.vocabulary.MachineNo;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Owns `terminals.parameters`.
@Repository
class ParameterTable {
    private static final String ALL =
            """
            select terminal, version, wanted_at, machine_no, merchant_name, zone, form
              from terminals.parameters
             order by terminal
            """;

    private static final String STATES =
            """
            select terminal, version, wanted_at, applied_version, applied_at,
                   refused_version, refused_at, refused_reason, refused_words
              from terminals.parameters
            """;

    private static final String PUT =
            """
            insert into terminals.parameters
                   (terminal, version, wanted_at, machine_no, merchant_name, zone, form)
            select terminal, version, 'epoch'::timestamptz + wanted_us * interval '1 microsecond',
                   machine_no, merchant_name, zone, form::jsonb
              from unnest(?::int[], ?::bigint[], ?::bigint[], ?::int[], ?::text[], ?::text[],
                          ?::text[])
                   as n(terminal, version, wanted_us, machine_no, merchant_name, zone, form)
             order by terminal
            on conflict (terminal) do update
               set version = excluded.version,
                   wanted_at = excluded.wanted_at,
                   machine_no = excluded.machine_no,
                   merchant_name = excluded.merchant_name,
                   zone = excluded.zone,
                   form = excluded.form
            """;

    /// Moments stay those at which a thing was said first.
    private static final String NOTE =
            """
            update terminals.parameters p
               set applied_version = n.applied,
                   applied_at = case when p.applied_version is distinct from n.applied
                                     then n.at else p.applied_at end,
                   refused_version = n.refused,
                   refused_at = case when n.refused is null then null
                                     when p.refused_version is distinct from n.refused
                                     then n.at else p.refused_at end,
                   refused_reason = n.reason,
                   refused_words = n.words
              from (select terminal, applied, refused, reason, words,
                           'epoch'::timestamptz + at_us * interval '1 microsecond' as at
                      from unnest(?::int[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                                  ?::bigint[])
                           as given(terminal, applied, refused, reason, words, at_us)) n
             where p.terminal = n.terminal
               and (p.applied_version, p.refused_version, p.refused_reason, p.refused_words)
                   is distinct from (n.applied, n.refused, n.reason, n.words)
            """;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    ParameterTable(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// What is wanted of a terminal and what it said of that.
    record State(
            long version, Instant wantedAt, Optional<WorksBy> said, Optional<Instant> refusedAt) {}

    List<WantedParameters> all() {
        return jdbc.query(ALL, this::wanted);
    }

    private WantedParameters wanted(ResultSet row, int number) throws SQLException {
        Integer machineNo = row.getObject("machine_no", Integer.class);
        return new WantedParameters(
                new TerminalId(row.getInt("terminal")),
                row.getLong("version"),
                row.getTimestamp("wanted_at").toInstant(),
                Optional.ofNullable(machineNo).map(MachineNo::new),
                row.getString("merchant_name"),
                ZoneId.of(row.getString("zone")),
                json.readValue(row.getString("form"), ParameterForm.class).values());
    }

    Map<TerminalId, State> states() {
        var states = new HashMap<TerminalId, State>();
        jdbc.query(
                STATES,
                row -> {
                    states.put(
                            new TerminalId(row.getInt("terminal")),
                            new State(
                                    row.getLong("version"),
                                    row.getTimestamp("wanted_at").toInstant(),
                                    moment(row.getTimestamp("applied_at")).map(at -> said(row, at)),
                                    moment(row.getTimestamp("refused_at"))));
                });
        return states;
    }

    private static WorksBy said(ResultSet row, Instant at) {
        try {
            String reason = row.getString("refused_reason");
            Optional<WorksBy.Refused> refused =
                    reason == null
                            ? Optional.empty()
                            : Optional.of(
                                    new WorksBy.Refused(
                                            row.getLong("refused_version"),
                                            WorksBy.Reason.valueOf(reason),
                                            row.getString("refused_words")));
            return new WorksBy(row.getLong("applied_version"), refused, at);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Instant> moment(@Nullable Timestamp column) {
        return Optional.ofNullable(column).map(Timestamp::toInstant);
    }

    /// Puts what is wanted of many terminals in the place of what was.
    void put(Collection<WantedParameters> wanted) {
        var rows = List.copyOf(wanted);
        ConnectionCallback<Integer> work =
                connection -> {
                    try (var put = connection.prepareStatement(PUT)) {
                        new Columns<>(put, 0, rows)
                                .ints(row -> row.terminal().value())
                                .longs(WantedParameters::version)
                                .micros(WantedParameters::wantedAt)
                                .optionalInts(row -> row.machineNo().map(MachineNo::value))
                                .texts(WantedParameters::merchantName)
                                .texts(row -> row.zone().getId())
                                .texts(row ->
                                        json.writeValueAsString(ParameterForm.of(row.values())));
                        return put.executeUpdate();
                    }
                };
        jdbc.execute(work);
    }

    /// Notes what many terminals said.
    ///
    /// @return of how many it was news
    int note(Map<TerminalId, WorksBy> said) {
        var rows = List.copyOf(said.entrySet());
        ConnectionCallback<Integer> work =
                connection -> {
                    try (var note = connection.prepareStatement(NOTE)) {
                        new Columns<>(note, 0, rows)
                                .ints(row -> row.getKey().value())
                                .longs(row -> row.getValue().version())
                                .optionalLongs(row ->
                                        row.getValue().refused().map(WorksBy.Refused::version))
                                .texts(row ->
                                        row.getValue()
                                                .refused()
                                                .map(refused -> refused.reason().name())
                                                .orElse(null))
                                .texts(row ->
                                        row.getValue()
                                                .refused()
                                                .map(WorksBy.Refused::words)
                                                .orElse(null))
                                .micros(row -> row.getValue().at());
                        return note.executeUpdate();
                    }
                };
        Integer news = jdbc.execute(work);
        return news == null ? 0 : news;
    }
}
