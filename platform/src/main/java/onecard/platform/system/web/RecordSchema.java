package onecard.platform.system.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onecard.platform.system.OneOf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells in the description what a record tells by its types: every component is required but the
/// `Optional` ones, and which words a text may be.
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
            describe(Schemas.behind(schema, context), raw);
        }
        return schema;
    }

    private static void describe(@Nullable Schema<?> schema, Class<?> raw) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        List<String> required =
                components(raw)
                        .filter(each -> !each.getType().equals(Optional.class))
                        .map(RecordComponent::getName)
                        .filter(schema.getProperties()::containsKey)
                        .toList();
        schema.setRequired(required.isEmpty() ? null : required);
        components(raw)
                .filter(each -> each.isAnnotationPresent(OneOf.class))
                .forEach(each -> schema.getProperties().put(each.getName(), words(each)));
    }

    /// The components as JSON has them: those of an unwrapped record instead of the record.
    private static Stream<RecordComponent> components(Class<?> raw) {
        return Arrays.stream(raw.getRecordComponents())
                .flatMap(each ->
                        each.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                                ? components(each.getType())
                                : Stream.of(each));
    }

    private static Schema<?> words(RecordComponent component) {
        OneOf oneOf = component.getAnnotation(OneOf.class);
        List<String> words = new ArrayList<>(List.of(oneOf.or()));
        for (Class<? extends Enum<?>> each : oneOf.value()) {
            for (Enum<?> constant : each.getEnumConstants()) {
                words.add(constant.name());
            }
        }
        Schema<?> text = new StringSchema()._enum(words);
        text.addType("string");
        return text;
    }
}
