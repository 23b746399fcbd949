package onecard.platform.system.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.system.AnyOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Open;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks every endpoint there is, whichever room it comes from.
@PlatformTest
class PermissionsTest {
    /// Who may be called by anybody is written down here a second time, so that nobody opens an
    /// endpoint by accident.
    private static final Set<String> OPEN =
            Set.of(
                    "DELETE /api/v1/session",
                    "GET /api/v1/setup",
                    // A phone that has a link is asked for the link's secret.
                    "POST /api/v1/photo-link/check",
                    "POST /api/v1/photo-link/open",
                    "PUT /api/v1/photo-link/photo",
                    "POST /api/v1/session",
                    "POST /api/v1/setup/administrator");

    private final House house;

    PermissionsTest(House house) {
        this.house = house;
    }

    @Test
    @DisplayName("M-006 every endpoint names the permission it needs, next to its mapping")
    void every_endpoint_names_its_permission() {
        assertThat(endpoints().filter(each -> !each.isSprings()).toList())
                .isNotEmpty()
                .allSatisfy(endpoint ->
                        assertThat(
                                        Stream.of(Needs.class, AnyOperator.class, Open.class)
                                                .filter(endpoint.method()::hasMethodAnnotation))
                                .as("%s: %s", endpoint.name(), endpoint.method())
                                .hasSize(1));
    }

    @Test
    void only_signing_in_and_the_first_run_are_open() {
        Set<String> open = new TreeSet<>();
        endpoints()
                .filter(each -> each.method().hasMethodAnnotation(Open.class))
                .map(Endpoint::name)
                .filter(name -> name.contains("/api/"))
                .forEach(open::add);
        assertThat(open).isEqualTo(new TreeSet<>(OPEN));
    }

    @Test
    @DisplayName("M-006 without a sign-in every endpoint but the open ones answers 401")
    void strangers_are_refused_everywhere() {
        house.administrator();
        Browser stranger = house.browser();
        stranger.get("/api/v1/setup");
        assertThat(closed())
                .allSatisfy(each ->
                        assertThat(call(stranger, each).status()).as(each.name()).isEqualTo(401));
        assertThat(stranger.get("/api/v1/openapi.json").status()).isEqualTo(401);
        assertThat(stranger.get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(stranger.get("/%61pi/v1/settings").status()).isEqualTo(401);
        assertThat(stranger.get("/%61ctuator/prometheus").status()).isEqualTo(401);
        assertThat(stranger.get("/actuator/health").text()).contains("UP");
    }

    @Test
    @DisplayName(
            "M-006 an operator without the permission is refused by every endpoint that needs one")
    void who_lacks_the_permission_is_refused() {
        Browser administrator = house.administrator();
        house.database()
                .asOwner()
                .sql("insert into system.role values ('NOBODY', 9) on conflict do nothing")
                .update();
        administrator.post(
                "/api/v1/operators",
                Map.of(
                        "name", "nobody",
                        "displayName", "Nobody",
                        "password", "a-Quiet-morning-7",
                        "roles", List.of("CLERK")));
        Browser nobody = house.browser();
        nobody.signIn("nobody", "a-Quiet-morning-7");
        nobody.put(
                "/api/v1/session/password",
                Map.of("old", "a-Quiet-morning-7", "password", "a-Quiet-morning-8"));
        house.database()
                .asOwner()
                .sql("update system.operator_role set role = 'NOBODY' where operator_id > 1")
                .update();
        assertThat(closed().filter(each -> each.method().hasMethodAnnotation(Needs.class)))
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(call(nobody, each).status()).as(each.name()).isEqualTo(403));
    }

    @Test
    void every_operation_has_a_name_of_its_own() {
        assertThat(
                        endpoints()
                                .filter(each -> each.name().contains("/api/") && !each.isSprings())
                                .map(each -> each.method().getMethod().getName()))
                .doesNotHaveDuplicates();
    }

    private record Endpoint(String verb, String path, boolean isUpload, HandlerMethod method) {
        String name() {
            return verb + " " + path;
        }

        boolean isSprings() {
            return method.getBeanType().getName().startsWith("org.springdoc.");
        }
    }

    private Stream<Endpoint> closed() {
        return endpoints()
                .filter(each ->
                        !each.isSprings() && !each.method().hasMethodAnnotation(Open.class));
    }

    private Stream<Endpoint> endpoints() {
        return house
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .flatMap(each -> endpoints(each.getKey(), each.getValue()));
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo info, HandlerMethod method) {
        Set<RequestMethod> verbs = info.getMethodsCondition().getMethods();
        boolean upload =
                info.getConsumesCondition()
                        .getConsumableMediaTypes()
                        .contains(MediaType.MULTIPART_FORM_DATA);
        return info.getPatternValues().stream()
                .flatMap(path ->
                        (verbs.isEmpty() ? Set.of(RequestMethod.GET) : verbs)
                                .stream()
                                        .map(verb ->
                                                new Endpoint(verb.name(), path, upload, method)));
    }

    private static Browser.Answer call(Browser browser, Endpoint endpoint) {
        String path = endpoint.path().replaceAll("\\{[^}]*}", "1");
        if (endpoint.isUpload()) {
            return browser.upload(endpoint.verb(), path, "a.jpg", new byte[] {1});
        }
        return browser.send(
                endpoint.verb(),
                path,
                endpoint.verb().equals("GET") ? Optional.empty() : Optional.of("{}"));
    }
}
