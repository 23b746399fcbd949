package onecard.platform.database;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/// Gives every test class a database and has the books looked at after every test.
public final class DatabaseExtension
        implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(DatabaseExtension.class);
    private static final List<BooksCheck> BOOKS =
            ServiceLoader.load(BooksCheck.class).stream().map(ServiceLoader.Provider::get).toList();

    @Override
    public void beforeAll(ExtensionContext context) {
        database(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean booksMustBalance =
                AnnotationSupport.findAnnotation(context.getRequiredTestClass(), DatabaseTest.class)
                        .map(DatabaseTest::booksMustBalance)
                        .orElse(true);
        if (booksMustBalance) {
            BOOKS.forEach(books -> books.check(database(context)));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return database(context);
    }

    /// A nested class finds the database of the class around it. What is in a store and can be
    /// closed is closed with its class.
    public static TestDatabase database(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        TestDatabase.class,
                        _ -> server(context).freshDatabase(),
                        TestDatabase.class);
    }

    private static TestServer server(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(TestServer.class, _ -> TestServer.start(), TestServer.class);
    }
}
