package onecard.platform.cards;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onecard.platform.imports.ImportBrief;
import onecard.platform.imports.ImportDesk;
import onecard.platform.imports.ImportOption;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import org.springframework.stereotype.Component;

/// What imports of money have in common: fixed columns, a channel, and the money batch that books
/// their rows.
abstract class MoneyImport implements ImportDesk<BatchLine> {
    private static final String CHANNEL = "channel";

    /// The usual one first: tables come from whoever pays for many at once.
    private static final List<Channel> CHANNELS =
            List.of(
                    Channel.TRANSFER,
                    Channel.PAYROLL,
                    Channel.CASH,
                    Channel.BANK_CARD,
                    Channel.WECHAT,
                    Channel.ALIPAY,
                    Channel.OTHER);

    private final Parts parts;

    MoneyImport(Parts parts) {
        this.parts = parts;
        if (CHANNELS.size() != Channel.values().length) {
            throw new IllegalStateException(
                    "Every channel can be chosen: " + Arrays.toString(Channel.values()));
        }
    }

    /// What both kinds need.
    @Component
    record Parts(
            MoneyLook look,
            MoneyBatches batches,
            MoneyBatchTable table,
            CardParameterDesk parameters,
            Settings settings,
            CurrentOperator operator,
            Messages messages,
            Clock clock) {}

    /// Returns what kind of batch books it.
    abstract BatchKind batchKind();

    abstract MoneyLook.Rules rules(String mode, MoneyCells cells, SiteSettings site);

    Parts parts() {
        return parts;
    }

    @Override
    public Permission needs() {
        return Permission.MONEY_BATCH;
    }

    @Override
    public boolean isMapped() {
        return false;
    }

    @Override
    public boolean isHeadingFixed() {
        return true;
    }

    @Override
    public List<ImportOption> options() {
        return List.of(new ImportOption(CHANNEL, CHANNELS.stream().map(Channel::name).toList()));
    }

    String say(String word) {
        return parts.messages().say(parts.operator().language(), "import.money.sample." + word);
    }

    @Override
    public Judge<BatchLine> judge(String mode) {
        var site = parts.settings().current();
        var today = site.siteDay(parts.clock().instant());
        var cells =
                new MoneyCells(
                        parts.look().people().numberCells(),
                        today,
                        parts.parameters().current().subsidyUntil(today));
        return new MoneyJudge(parts.look(), rules(mode, cells, site));
    }

    @Override
    public Optional<Integer> write(
            ImportBrief brief, List<BatchLine> plans, Checkpoint checkpoint) {
        var batch =
                MoneyBatch.ofTable(
                        batchKind(),
                        Channel.valueOf(
                                brief.options().getOrDefault(CHANNEL, CHANNELS.getFirst().name())),
                        brief.fileName(),
                        brief.id(),
                        parts.clock().instant());
        var started = parts.batches().startTable(batch, plans);
        checkpoint.passed(plans.size());
        return Optional.of(started.job());
    }

    @Override
    public Optional<Integer> undo(ImportBrief brief) {
        var batch =
                parts.table()
                        .ofImport(brief.id())
                        .orElseThrow(() -> Problem.notFound("batch", brief.id()));
        return Optional.of(parts.batches().undo(batch.id()).job());
    }
}
