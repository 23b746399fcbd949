package onecard.simulator;

import java.util.List;
import java.util.Optional;
import onecard.wire.Newest;
import onecard.wire.Parameters;
import onecard.wire.ParametersAnswer;
import onecard.wire.Resource;

/// The parameters that the platform sent to a terminal: one line, as they travelled. They are the
/// ones before or the ones after, whatever ends the program.
public final class ParameterBook implements AutoCloseable {
    /// A terminal's parameters are in a file called by its serial number and this.
    static final String SUFFIX = ".parameters";

    private static final String WORD = "PARAMETERS";

    private final Journal journal;
    private volatile Optional<Parameters> kept = Optional.empty();

    private ParameterBook(Journal journal) {
        this.journal = journal;
    }

    /// Opens the parameters as the journal tells them.
    public static ParameterBook open(Journal journal) {
        ParameterBook book = new ParameterBook(journal);
        for (String line : journal.lines()) {
            book.kept =
                    Optional.of(
                            AnswerLine.read(line, Resource.PARAMETERS, ParametersAnswer.class)
                                    .parameters());
        }
        return book;
    }

    /// Keeps these in the place of those before. When this returns, they are on the disk.
    ///
    /// @throws java.io.UncheckedIOException if they are not; then those before still hold
    void keep(Parameters parameters) {
        journal.rewrite(
                List.of(AnswerLine.of(WORD, new ParametersAnswer(parameters, Newest.NONE))));
        kept = Optional.of(parameters);
    }

    /// Returns what the platform sent last, if it ever sent any.
    public Optional<Parameters> parameters() {
        return kept;
    }

    /// Returns their version, 0 if none ever came.
    public long version() {
        return kept.map(Parameters::version).orElse(0L);
    }

    @Override
    public void close() {
        journal.close();
    }
}
