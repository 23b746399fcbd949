package onecard.platform.cards;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Overdraft;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.system.DailyJob;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import onecard.platform.system.ThisNode;
import onecard.vocabulary.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Books expired subsidies back to the fund, at night, person by person in chunks (`D-07`). Nobody
/// waits for it: an expired subsidy cannot be spent from the first moment of the day after its last
/// one, whether this ran or not. It can be broken off anywhere and run again.
@Component
class SubsidyExpiry implements DailyJob {
    /// How many people one transaction takes.
    static final int CHUNK = 500;

    private static final Logger LOG = LoggerFactory.getLogger(SubsidyExpiry.class);
    private static final int STRAND_OF_DESKS = 0;

    private final Ledger ledger;
    private final Settings settings;
    private final ThisNode node;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SubsidyExpiry(
            Ledger ledger,
            Settings settings,
            ThisNode node,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.settings = settings;
        this.node = node;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "subsidy-expiry";
    }

    /// A little after the business day begins, when the day before is surely over.
    @Override
    public LocalTime from() {
        return settings.current().dayStart().plusMinutes(1);
    }

    @Override
    public void run(LocalDate day) {
        var site = settings.current();
        // The day that is, not the day the job is for: what expires tomorrow is not taken today.
        var today = site.siteDay(clock.instant());
        int people = 0;
        var sum = Money.ZERO;
        List<Transfer> booked;
        do {
            booked = expireChunk(today, site);
            people += booked.size();
            sum = booked.stream().map(Transfer::amount).reduce(sum, Money::plus);
        } while (!booked.isEmpty());
        LOG.info("subsidies-expired day={} people={} amount={}", today, people, sum);
    }

    private List<Transfer> expireChunk(LocalDate today, SiteSettings site) {
        var expired = ledger.expiredSubsidies(today, CHUNK);
        return expired.isEmpty()
                ? List.of()
                : transaction.execute(_ -> expire(expired, today, site));
    }

    /// Decides again under the lock: a grant may have come first.
    private List<Transfer> expire(List<AccountId> accounts, LocalDate today, SiteSettings site) {
        var before = ledger.lock(accounts);
        var now = clock.instant();
        var transfers = new ArrayList<Transfer>();
        for (var account : accounts) {
            var balances = before.get(account);
            if (balances != null && isExpired(balances, today)) {
                transfers.add(expiry(balances, site, now));
            }
        }
        if (!transfers.isEmpty()) {
            var tray =
                    ledger.openTray(
                            node.strand(STRAND_OF_DESKS),
                            now,
                            now.atZone(site.zone()).toLocalDate());
            ledger.post(tray, before, transfers);
        }
        return transfers;
    }

    private static boolean isExpired(Balances balances, LocalDate today) {
        return balances.subsidy().isPositive() && balances.spendableSubsidy(today).isZero();
    }

    /// Booked now, but it happened when the day after the last valid one began.
    private static Transfer expiry(Balances balances, SiteSettings site, Instant now) {
        var over =
                balances.subsidyUntil()
                        .map(day -> site.beginOf(day.plusDays(1)))
                        .filter(moment -> moment.isBefore(now))
                        .orElse(now);
        return new Transfer(
                EntryKind.EXPIRY,
                balances.account().purse(Purse.SUBSIDY),
                Side.subsidyFund(),
                balances.subsidy(),
                Overdraft.NONE,
                over,
                0);
    }
}
