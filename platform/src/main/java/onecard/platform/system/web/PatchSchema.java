package onecard.platform.system.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells in the description what a change tells by its setters: what takes an `Optional` may be
/// sent as null, which takes the value away.
@Component
class PatchSchema implements ModelConverter {
    private static final String SETTER = "set";

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public @Nullable Schema resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && !raw.isRecord() && raw.getName().startsWith("onecard.")) {
            Schema<?> described = Schemas.behind(schema, context);
            if (described != null && described.getProperties() != null) {
                for (Method each : raw.getDeclaredMethods()) {
                    allowNull(described, each);
                }
            }
        }
        return schema;
    }

    private static void allowNull(Schema<?> schema, Method method) {
        if (!method.getName().startsWith(SETTER)
                || method.getParameterCount() != 1
                || !method.getParameterTypes()[0].equals(Optional.class)) {
            return;
        }
        String name = method.getName().substring(SETTER.length());
        String key = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        Schema<?> property = schema.getProperties().get(key);
        if (property == null) {
            return;
        }
        if (property.get$ref() == null) {
            property.addType("null");
        } else {
            schema.getProperties().put(key, orNull(property.get$ref()));
        }
    }

    /// What is described elsewhere, or null.
    private static Schema<?> orNull(String reference) {
        Schema<?> either = new Schema<>(SpecVersion.V31);
        Schema<?> nothing = new Schema<>(SpecVersion.V31);
        nothing.addType("null");
        either.addAnyOfItem(new Schema<>(SpecVersion.V31).$ref(reference));
        either.addAnyOfItem(nothing);
        return either;
    }
}
