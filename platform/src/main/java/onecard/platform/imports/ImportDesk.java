package onecard.platform.imports;

import java.util.List;
import java.util.Optional;
import onecard.platform.system.Permission;

/// What a room lets people import. A room offers one as a bean; the rest of the way, from the
/// upload to the undo, is the same for all.
///
/// @param <P> what is written for one row
public interface ImportDesk<P> {
    /// Returns the name of this kind, in kebab-case.
    String kind();

    /// Returns who may import it.
    Permission needs();

    /// Returns the fields, in the order of the columns of a fresh table.
    List<ImportField> fields();

    /// Tells whether columns may be chosen (`D-29`); if not, the fields are columns A, B, C ….
    boolean isMapped();

    /// Tells whether the heading must be exactly that of the template, column by column (`M-158`).
    default boolean isHeadingFixed() {
        return false;
    }

    /// Returns the ways to import, the usual one first; their words are
    /// `import.<kind>.mode.<mode>`.
    List<String> modes();

    /// Returns what else is to be chosen.
    default List<ImportOption> options() {
        return List.of();
    }

    /// Returns the rows of the template below its heading.
    List<List<String>> sample();

    /// Begins to judge a table against what is there now.
    Judge<P> judge(String mode);

    /// Writes everything that is to be, in the caller's transaction.
    ///
    /// @param brief its id is noted with what is written, so that it can be undone
    /// @param plans of the good rows, in order
    /// @param checkpoint to be called now and then: it tells how far the work is and ends it if
    ///   somebody cancelled
    /// @return the job that goes on with it, if it is too much for one transaction; it tells the
    ///   [ImportOutcomes] which rows it could not write after all
    /// @throws onecard.platform.system.Problem if what is there changed since it was judged
    Optional<Integer> write(ImportBrief brief, List<P> plans, Checkpoint checkpoint);

    /// Undoes an import in the caller's transaction: all or nothing, or by a job that tells the
    /// [ImportOutcomes] which rows it could not undo.
    ///
    /// @return that job
    /// @throws onecard.platform.system.Problem if something is in the way, with what
    Optional<Integer> undo(ImportBrief brief);

    /// Judges the rows of a table in order.
    interface Judge<P> {
        /// Judges some rows.
        List<JudgedRow<P>> judge(List<ImportLine> lines);

        /// Returns what the good rows come to together.
        default List<ImportSum> sums() {
            return List.of();
        }
    }

    /// Told how many rows are done.
    @FunctionalInterface
    interface Checkpoint {
        /// So many are done.
        void passed(int rows);
    }
}
