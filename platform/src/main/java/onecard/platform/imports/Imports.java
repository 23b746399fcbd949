package onecard.platform.imports;

import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import onecard.platform.jobs.Job;
import onecard.platform.jobs.Jobs;
import onecard.platform.sheets.SheetReader;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The way of a table from the upload to the undo.
@Service
class Imports {
    private static final int FILE_NAME_MAX = 200;

    private final ImportTable table;
    private final ColumnMemoryTable memory;
    private final ImportDesks desks;
    private final Jobs jobs;
    private final CurrentOperator operator;
    private final Clock clock;

    Imports(
            ImportTable table,
            ColumnMemoryTable memory,
            ImportDesks desks,
            Jobs jobs,
            CurrentOperator operator,
            Clock clock) {
        this.table = table;
        this.memory = memory;
        this.desks = desks;
        this.jobs = jobs;
        this.operator = operator;
        this.clock = clock;
    }

    /// An import with the head of its file.
    record Opened(Import found, Optional<Heading> heading) {}

    /// Takes a file in and proposes columns: those chosen for the same heading before, else by what
    /// the columns are called, else in order.
    @Transactional
    public Opened upload(String kind, String fileName, byte[] file) {
        var desk = desks.open(kind);
        var heading = Heading.of(file, desks, desk);
        if (heading.rows().isEmpty()) {
            throw Problem.of(ImportProblems.EMPTY);
        }
        heading.mustFit(desk, desks);
        var choice =
                new ImportChoice(
                        columns(desk, heading),
                        desk.modes().getFirst(),
                        heading.firstRow(),
                        chosen(desk, Map.of()));
        var upload =
                new ImportTable.Upload(
                        kind,
                        shortened(fileName),
                        HexFormat.of().formatHex(TableJudge.sha256().digest(file)),
                        file);
        int id = table.add(upload, operator.get(), choice, clock.instant());
        return new Opened(table.find(id).orElseThrow(), Optional.of(heading));
    }

    private static String shortened(String fileName) {
        var name = fileName.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (name.isEmpty()) {
            return "-";
        }
        return name.length() <= FILE_NAME_MAX
                ? name
                : name.substring(name.length() - FILE_NAME_MAX);
    }

    private Map<String, Integer> columns(ImportDesk<?> desk, Heading heading) {
        if (desk.isMapped()) {
            var remembered = memory.find(desk.kind(), heading.print());
            if (remembered.isPresent()) {
                return remembered.get();
            }
            var guessed =
                    heading.heading()
                            .map(row -> Heading.guess(row, desks, desk))
                            .orElseGet(Map::of);
            if (!guessed.isEmpty()) {
                return guessed;
            }
        }
        return inOrder(desk, desk.isMapped() ? heading.width() : SheetReader.COLUMNS_MAX);
    }

    private static Map<String, Integer> inOrder(ImportDesk<?> desk, int width) {
        var columns = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < Math.min(desk.fields().size(), width); i++) {
            columns.put(desk.fields().get(i).key(), i);
        }
        return columns;
    }

    /// Reads an import; of one that is not yet written, the head of its file too.
    Opened open(int id) {
        var found = visible(table.find(id), id);
        Supplier<Optional<Heading>> heading =
                () ->
                        table.content(id)
                                .map(file -> Heading.of(file, desks, desks.of(found.kind())));
        return switch (found.state()) {
            case UPLOADED, CHECKED -> new Opened(found, heading.get());
            case DONE, UNDONE -> new Opened(found, Optional.empty());
        };
    }

    /// Returns an import that the operator at work may see.
    Import visible(Optional<Import> found, int id) {
        var one = found.orElseThrow(() -> Problem.notFound("import", id));
        var _ = desks.open(one.kind());
        return one;
    }

    Import visible(int id) {
        return visible(table.find(id), id);
    }

    /// Remembers what was chosen and has every row judged.
    @Transactional
    public Job check(int id, ImportChoice choice) {
        var found = visible(table.lock(id), id);
        if (found.state() == ImportState.DONE || found.state() == ImportState.UNDONE) {
            throw Problem.of(ImportProblems.OVER);
        }
        var desk = desks.of(found.kind());
        mustBeWhole(desk, choice);
        var whole = whole(desk, found.choice(), choice);
        var file = table.content(id).orElseThrow(() -> Problem.of(ImportProblems.FILE_GONE));
        table.choose(id, whole);
        if (desk.isMapped()) {
            memory.put(
                    desk.kind(),
                    Heading.of(file, desks, desk).print(),
                    choice.columns(),
                    clock.instant());
        }
        return started(id, CheckWork.KIND);
    }

    /// Fixed columns are the template's, whatever is sent.
    private static ImportChoice whole(ImportDesk<?> desk, ImportChoice first, ImportChoice now) {
        var options = chosen(desk, now.options());
        return desk.isHeadingFixed()
                ? new ImportChoice(first.columns(), now.mode(), first.firstRow(), options)
                : new ImportChoice(now.columns(), now.mode(), now.firstRow(), options);
    }

    private static Map<String, String> chosen(ImportDesk<?> desk, Map<String, String> options) {
        var chosen = new LinkedHashMap<String, String>();
        for (var option : desk.options()) {
            chosen.put(
                    option.key(), options.getOrDefault(option.key(), option.values().getFirst()));
        }
        return chosen;
    }

    private void mustBeWhole(ImportDesk<?> desk, ImportChoice choice) {
        var keys = desk.fields().stream().map(ImportField::key).toList();
        if (!keys.containsAll(choice.columns().keySet())
                || !desk.modes().contains(choice.mode())
                || choice.firstRow() < 1
                || desk.options().stream()
                        .anyMatch(option ->
                                choice.options().containsKey(option.key())
                                        && !option.values()
                                                .contains(choice.options().get(option.key())))
                || choice.columns().values().stream()
                        .anyMatch(each -> each < 0 || each >= SheetReader.COLUMNS_MAX)) {
            throw Problem.field("columns", "error.imports.choice");
        }
        for (var field : desk.fields()) {
            if (field.required() && !choice.columns().containsKey(field.key())) {
                throw Problem.of(ImportProblems.COLUMN_MISSING)
                        .with("field", desks.title(desk, field, operator.language()));
            }
        }
    }

    /// Has the good rows written.
    @Transactional
    public Job write(int id) {
        var found = visible(table.lock(id), id);
        if (found.state() != ImportState.CHECKED) {
            throw Problem.of(ImportProblems.NOT_CHECKED);
        }
        var counts = found.counts().orElseThrow();
        if (counts.add() + counts.change() == 0) {
            throw Problem.of(ImportProblems.NOTHING_GOOD);
        }
        return started(id, WriteWork.KIND);
    }

    /// Has an import undone.
    @Transactional
    public Job undo(int id) {
        var found = visible(table.lock(id), id);
        if (found.state() != ImportState.DONE) {
            throw Problem.of(ImportProblems.NOT_DONE);
        }
        if (isUnderWay(found)) {
            throw Problem.of(ImportProblems.UNDER_WAY);
        }
        return started(id, UndoWork.KIND);
    }

    private boolean isUnderWay(Import found) {
        return found.jobId()
                .flatMap(jobs::find)
                .filter(job -> !job.kind().startsWith("import-"))
                .filter(job -> !job.state().isOver())
                .isPresent();
    }

    /// A job at a time.
    private Job started(int id, String work) {
        var running =
                table.find(id)
                        .flatMap(Import::jobId)
                        .flatMap(jobs::find)
                        .filter(job -> !job.state().isOver());
        running.ifPresent(job -> jobs.cancel(job.id()));
        var job = jobs.start(work, new ImportOrder(id));
        table.job(id, job.id());
        return job;
    }
}
