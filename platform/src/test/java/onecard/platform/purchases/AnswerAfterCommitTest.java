package onecard.platform.purchases;

import static onecard.platform.purchases.KitchenScene.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import onecard.platform.TestClock;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Purse;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A terminal hears of a purchase when it is committed, not before, and hears nothing of one whose
/// commit failed. Commits take their time here: the database itself waits, or refuses.
@DatabaseTest
class AnswerAfterCommitTest {
    private static final int PUPIL = 1;
    private static final long SLOW = 111;
    private static final long REFUSED = 222;

    private final TestDatabase database;
    private final Site site = new Site();
    private final Clock clock = TestClock.at("2026-03-31T12:00:00+08:00");
    private final KitchenRoom room;
    private final TrayLine line;

    AnswerAfterCommitTest(TestDatabase database) {
        this.database = database;
        atCommit();
        this.room = new KitchenRoom(database, site, clock);
        site.terminal(1, 1);
        site.person(PUPIL, java.util.Optional.empty());
        room.open(new AccountId(PUPIL), java.util.Optional.empty());
        if (room.holds(PUPIL).cash().isZero()) {
            room.topUp(clock.instant(), new AccountId(PUPIL), Purse.CASH, Money.ofCents(10_000));
        }
        this.line = new TrayLine("test", new TrayRun(room.store(), 1), _ -> {});
        line.start();
    }

    /// Rows of these amounts make their commit slow, or impossible.
    private void atCommit() {
        database.asOwner()
                .sql(
                        """
                        create or replace function purchases.at_commit() returns trigger
                            language plpgsql as
                        $$
                        begin
                            if new.keyed = %d then
                                perform pg_sleep(0.7);
                            elsif new.keyed = %d then
                                raise exception 'the disk is gone' using errcode = '58030';
                            end if;
                            return null;
                        end
                        $$;
                        do $$ begin perform purchases.prepare_month(date '2026-03-31'); end $$;
                        drop trigger if exists at_commit on purchases.purchase;
                        create constraint trigger at_commit after insert on purchases.purchase
                            deferrable initially deferred
                            for each row execute function purchases.at_commit()
                        """
                                .formatted(SLOW, REFUSED))
                .update();
    }

    @AfterEach
    void closed() {
        line.close();
        room.close();
    }

    private CompletableFuture<Outcome> buy(long seq, long cents) {
        return line.submit(
                new Order.Sale(
                        new PurchaseId(Site.serialOf(1), seq),
                        Mode.FREE_AMOUNT,
                        new Instrument.Card(Site.cardOf(PUPIL), false),
                        Money.ofCents(cents),
                        clock.instant(),
                        clock.instant()));
    }

    private long booked(long seq) {
        return database.asOwner()
                .sql("select count(*) from purchases.claim where terminal = 1 and seq = ?")
                .param(seq)
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("W-01 what a terminal is told is committed")
    void what_is_told_is_committed() throws Exception {
        CompletableFuture<Long> seen = buy(1, SLOW).thenApply(_ -> booked(1));
        assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "W-01 of a commit that failed nothing is told, and the number is free for asking again")
    void nothing_is_told_of_a_failed_commit() throws Exception {
        Outcome outcome = buy(2, REFUSED).get(30, TimeUnit.SECONDS);
        assertThat(said(outcome)).isEqualTo("unknown database");
        assertThat(booked(2)).isZero();
    }
}
