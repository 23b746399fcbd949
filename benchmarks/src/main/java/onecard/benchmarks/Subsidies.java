package onecard.benchmarks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.HouseKind;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Overdraft;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps three in ten purchases of a crowd split over both purses: grants new subsidies, through
/// the ledger, between two measurements and never during one.
final class Subsidies {
    /// A strand of the journal that no node has.
    private static final int STRAND = 2_045;

    private static final int GRANTS_AT_ONCE = 4_096;
    private static final long SEED = 7;

    private static final String SPENT =
            "select id from ledger.account where id % 2 = 0 and subsidy = 0 order by id";

    private static final String FRESH =
            "select id from ledger.account where subsidy = :subsidy order by id";

    private static final String OTHERS =
            "select id from ledger.account where subsidy <> :subsidy order by id";

    private final JdbcClient owner;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Subsidies(JdbcClient owner, Ledger ledger, TransactionTemplate transaction, Clock clock) {
        this.owner = owner;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Returns the buyers as the purses are now.
    Buyers buyers() {
        int[] fresh = ids(FRESH);
        var random = new SplittableRandom(SEED + clock.millis());
        for (int i = fresh.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int id = fresh[i];
            fresh[i] = fresh[other];
            fresh[other] = id;
        }
        return new Buyers(ids(OTHERS), fresh);
    }

    private int[] ids(String sql) {
        return owner
                .sql(sql)
                .param("subsidy", BenchSite.SUBSIDY_CENTS)
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Gives a subsidy to everybody who spent one.
    void grant() {
        List<AccountId> spent =
                owner.sql(SPENT).query((row, _) -> new AccountId(row.getInt(1))).list();
        for (int from = 0; from < spent.size(); from += GRANTS_AT_ONCE) {
            var some =
                    new HashSet<>(
                            spent.subList(from, Math.min(from + GRANTS_AT_ONCE, spent.size())));
            transaction.executeWithoutResult(_ -> grant(some));
        }
    }

    private void grant(Set<AccountId> some) {
        Instant now = clock.instant();
        var before = ledger.lock(some);
        var tray = ledger.openTray(STRAND, now, LocalDate.ofInstant(now, ZoneOffset.UTC));
        var transfers = new ArrayList<Transfer>();
        some.forEach(account ->
                transfers.add(
                        new Transfer(
                                EntryKind.SUBSIDY,
                                new Side.House(HouseKind.SUBSIDY_FUND, 0),
                                account.purse(Purse.SUBSIDY),
                                Money.ofCents(BenchSite.SUBSIDY_CENTS),
                                Overdraft.NONE,
                                now,
                                0)));
        ledger.post(tray, before, transfers);
    }
}
