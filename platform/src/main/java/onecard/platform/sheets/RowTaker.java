package onecard.platform.sheets;

/// Takes the rows of a table one by one.
@FunctionalInterface
public interface RowTaker {
    /// Takes a row.
    ///
    /// @return whether more are wanted
    boolean take(SheetRow row);
}
