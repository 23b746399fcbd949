package onecard.platform.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test class with a database of its own: migrated, empty, and dropped at the end. It comes as a
/// parameter of type [TestDatabase] to constructors and methods.
///
/// The server is started once per build by our own launcher. With the system property or
/// environment variable `ONECARD_TEST_DATABASE_URL`
/// (`postgresql://user:password@host:port/database`, a user who may make databases and roles) all
/// tests run on that server instead.
///
/// After every test each [BooksCheck] looks at the database.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(DatabaseExtension.class)
public @interface DatabaseTest {

    /// False only for tests that break the books on purpose to see it noticed.
    boolean booksMustBalance() default true;
}
