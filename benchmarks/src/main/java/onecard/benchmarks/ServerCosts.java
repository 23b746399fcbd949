package onecard.benchmarks;

import org.springframework.jdbc.core.simple.JdbcClient;

/// What a stretch of work cost: processor time of this process and of the server, bytes of its log
/// and of its tables.
final class ServerCosts {
    private static final double MICROS = 1e6;

    private final JdbcClient owner;
    private final CpuMeter cpu;

    ServerCosts(JdbcClient owner) {
        this.owner = owner;
        this.cpu = new CpuMeter(postmaster());
    }

    private static long postmaster() {
        return ProcessHandle.current()
                .descendants()
                .filter(p -> p.info().command().orElse("").endsWith("postgres"))
                .mapToLong(ProcessHandle::pid)
                .findFirst()
                .orElse(0);
    }

    /// All of it, counted from some beginning.
    ///
    /// @param checkpoints begun: each makes the server log every page whole once more
    record Sum(CpuMeter.Used cpu, double log, double tables, long checkpoints) {
        /// Writes what each order cost since an earlier sum.
        void writeSince(Sum before, long decided, Figures figures, String how) {
            PerOrder each = perOrder(before, decided);
            figures.add(
                    "cpu-java", each.java, "us per purchase", how + ", with the load generator");
            figures.add("cpu-postgres", each.postgres, "us per purchase", how);
            figures.add("wal", each.log, "bytes per purchase", how);
            figures.add("tables", each.tables, "bytes per purchase", how);
            figures.count("checkpoints", checkpoints - before.checkpoints, "checkpoints", how);
        }

        PerOrder perOrder(Sum before, long decided) {
            CpuMeter.Used used = cpu.since(before.cpu);
            return new PerOrder(
                    used.java() / decided * MICROS,
                    used.postgres() / decided * MICROS,
                    (log - before.log) / decided,
                    (tables - before.tables) / decided);
        }
    }

    /// What an order cost.
    ///
    /// @param java microseconds of this process, with the load generator
    /// @param postgres microseconds of the server
    /// @param log bytes
    /// @param tables bytes
    record PerOrder(double java, double postgres, double log, double tables) {}

    Sum now() {
        return new Sum(cpu.now(), log(), tableBytes(), checkpoints());
    }

    private double log() {
        return owner.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')")
                .query(Double.class)
                .single();
    }

    private long checkpoints() {
        return owner.sql("select num_timed + num_requested from pg_stat_checkpointer")
                .query(Long.class)
                .single();
    }

    private double tableBytes() {
        return owner.sql(
                        """
                        select coalesce(sum(pg_total_relation_size(c.oid)), 0)
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname in ('purchases', 'ledger') and c.relkind = 'r'
                        """)
                .query(Double.class)
                .single();
    }
}
