package onecard.platform;

import onecard.platform.database.DatabaseExtension;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts a platform for a test class and ends it with the class, before its database goes.
final class HouseExtension implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(HouseExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        house(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == House.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return house(context);
    }

    private static House house(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        House.class,
                        _ -> House.on(DatabaseExtension.database(context)),
                        House.class);
    }
}
