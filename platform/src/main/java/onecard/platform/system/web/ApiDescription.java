package onecard.platform.system.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import onecard.platform.system.Needs;
import onecard.platform.system.Open;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/// What the description of the API says beside what the controllers say themselves.
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String SESSION = "session";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenApiCustomizer wholeApi() {
        return api -> {
            api.info(
                    new Info()
                            .title("Onecard")
                            .version("1")
                            .description(
                                    "Money is whole cents (…Cents), days are ISO dates, moments"
                                            + " RFC 3339. Errors are problems (RFC 9457) in the"
                                            + " caller's language. Commands that change something need"
                                            + " the header X-XSRF-TOKEN with the value of the cookie"
                                            + " XSRF-TOKEN."));
            api.servers(List.of(new Server().url("/")));
            api.security(List.of(new SecurityRequirement().addList(SESSION)));
            components(api)
                    .addSecuritySchemes(
                            SESSION,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.APIKEY)
                                    .in(SecurityScheme.In.COOKIE)
                                    .name("ONECARD"))
                    .addSchemas(PROBLEM, problem());
        };
    }

    private static Components components(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        return api.getComponents();
    }

    private static Schema<?> problem() {
        Schema<?> error = object("field", new StringSchema(), "message", new StringSchema());
        error.setRequired(List.of("field", "message"));
        Schema<?> problem =
                object(
                        "type", new StringSchema(),
                        "title", new StringSchema(),
                        "status", new IntegerSchema(),
                        "detail", new StringSchema(),
                        "errors", new ArraySchema().items(error));
        problem.setDescription("What a program needs stands in further fields.");
        problem.setRequired(List.of("type", "title", "status", "detail"));
        problem.setAdditionalProperties(true);
        return problem;
    }

    private static Schema<?> object(Object... namesAndSchemas) {
        Schema<?> object = new ObjectSchema();
        for (int i = 0; i < namesAndSchemas.length; i += 2) {
            object.addProperty((String) namesAndSchemas[i], (Schema<?>) namesAndSchemas[i + 1]);
        }
        return object;
    }

    /// Says who may call, and what an error looks like. An operation is called as its method is.
    @Bean
    OperationCustomizer eachOperation() {
        return (operation, method) -> {
            operation.operationId(method.getMethod().getName());
            operation.tags(null);
            permission(operation, method);
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse()
                                    .description("Problem")
                                    .content(
                                            new Content()
                                                    .addMediaType(
                                                            "application/problem+json",
                                                            new MediaType().schema(reference()))));
            return operation;
        };
    }

    private static Schema<?> reference() {
        return new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    }

    private static void permission(Operation operation, HandlerMethod method) {
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs != null) {
            operation.addExtension("x-permission", needs.value().name());
        }
        if (method.hasMethodAnnotation(Open.class)) {
            operation.security(List.of());
        }
    }
}
