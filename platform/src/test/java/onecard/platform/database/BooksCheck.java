package onecard.platform.database;

/// Looks at the books after every test. Rooms name theirs in
/// `META-INF/services/onecard.platform.database.BooksCheck` of the test resources.
public interface BooksCheck {

    /// Throws an `AssertionError` that names what is wrong with the books.
    void check(TestDatabase database);
}
