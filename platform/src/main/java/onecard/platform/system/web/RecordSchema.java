package onecard.platform.system.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells in the description what a record tells by its types: every component is required but the
/// `Optional` ones.
@Component
class RecordSchema implements ModelConverter {
    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public @Nullable Schema resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            require(described(schema, context), raw);
        }
        return schema;
    }

    private static @Nullable Schema<?> described(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        return reference == null
                ? schema
                : context.getDefinedModels()
                        .get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void require(@Nullable Schema<?> schema, Class<?> raw) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        List<String> required =
                Arrays.stream(raw.getRecordComponents())
                        .filter(each -> !each.getType().equals(Optional.class))
                        .map(RecordComponent::getName)
                        .filter(schema.getProperties()::containsKey)
                        .toList();
        schema.setRequired(required.isEmpty() ? null : required);
    }
}
