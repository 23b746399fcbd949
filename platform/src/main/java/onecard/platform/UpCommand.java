package onecard.platform;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import onecard.platform.system.FirstRun;
import onecard.platform.system.ProductVersion;
import onecard.platform.system.StartFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Production.
@Command(
        name = "up",
        description = {
            "Starts the platform for work: console over HTTPS, terminals over UDP, its own",
            "PostgreSQL unless another is named. The first start prints a secret with which the",
            "first administrator is made. Ctrl-C ends it."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    static final int USUAL_PORT = 8443;

    @Mixin private Options options = new Options();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "data",
            description = "Where this platform keeps its files (default: ./${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Listen on this address of the machine only.")
    private @Nullable String bind;

    @Option(
            names = "--http-loopback",
            description = {
                "Plain HTTP instead of HTTPS, for this machine only: behind a proxy on it that",
                "speaks HTTPS and sends X-Forwarded-For and X-Forwarded-Proto."
            })
    private boolean httpLoopback;

    @Option(
            names = "--tls-certificate",
            paramLabel = "PEM",
            description = "A certificate of your own (with --tls-key).")
    private @Nullable Path tlsCertificate;

    @Option(
            names = "--tls-key",
            paramLabel = "PEM",
            description = "The key of that certificate, PKCS#8.")
    private @Nullable Path tlsKey;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> properties = options.properties(data);
        Optional<Certificate> certificate =
                httpLoopback ? Optional.empty() : Optional.of(certificate());
        certificate.ifPresentOrElse(
                files -> https(files, properties), () -> httpBehindProxy(properties));
        try (Started platform = Started.with(data, properties)) {
            Optional<FirstRun.Invitation> invitation = platform.door(FirstRun.class).invite();
            tell(platform, certificate, invitation);
            platform.endFirst(StartCache.begin()::close);
            platform.await();
        }
        return 0;
    }

    private Certificate certificate() {
        Path own = tlsCertificate;
        Path key = tlsKey;
        if (own != null && key != null) {
            return new Certificate(own, key);
        }
        if (own != null || key != null) {
            throw new StartFailure("--tls-certificate and --tls-key belong together; name both");
        }
        return Certificate.selfMade(data.resolve("tls"), Clock.systemUTC());
    }

    private void https(Certificate files, Map<String, Object> properties) {
        properties.put("server.port", options.port(USUAL_PORT));
        properties.put("server.ssl.certificate", files.certificate().toUri().toString());
        properties.put("server.ssl.certificate-private-key", files.key().toUri().toString());
        properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
        String address = bind;
        if (address != null) {
            properties.put("server.address", address);
            properties.put("onecard.bind", address);
        }
    }

    private void httpBehindProxy(Map<String, Object> properties) {
        properties.put("server.port", options.port(USUAL_PORT));
        properties.put("server.address", "127.0.0.1");
        properties.put("server.forward-headers-strategy", "native");
        properties.put("server.tomcat.remoteip.internal-proxies", "127\\.0\\.0\\.1|::1");
        String address = bind;
        if (address != null) {
            properties.put("onecard.bind", address);
        }
    }

    private void tell(
            Started platform,
            Optional<Certificate> certificate,
            Optional<FirstRun.Invitation> invitation) {
        String scheme = certificate.isPresent() ? "https" : "http";
        String here = "%s://localhost:%d/".formatted(scheme, platform.webPort());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ready", true);
        facts.put("version", ProductVersion.TEXT);
        facts.put("console", here);
        facts.put("port", platform.webPort());
        facts.put("doors", platform.doors());
        facts.put("data", data.toAbsolutePath().normalize().toString());
        certificate.ifPresent(files -> facts.put("fingerprint", files.fingerprint()));
        invitation.ifPresent(secret -> {
            facts.put("setupSecret", secret.secret());
            facts.put("setupSecretFile", secret.file().toString());
            facts.put("setupUntil", secret.until().toString());
        });
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (options.json()) {
            out.println(JsonMapper.shared().writeValueAsString(facts));
        } else {
            say(out, platform, here, certificate, invitation);
        }
        out.flush();
    }

    private void say(
            PrintWriter out,
            Started platform,
            String here,
            Optional<Certificate> certificate,
            Optional<FirstRun.Invitation> invitation) {
        out.println("Onecard " + ProductVersion.TEXT + " is ready. Ctrl-C ends it.");
        tell(out, "Console", here);
        certificate.ifPresent(files -> {
            tell(
                    out,
                    "",
                    "https://%s:%d/ in the network"
                            .formatted(Certificate.hostName(), platform.webPort()));
            tell(out, "Certificate", "SHA-256 " + files.fingerprint());
        });
        platform.doors().forEach((name, port) -> tell(out, capital(name), "UDP " + port));
        tell(
                out,
                "Database",
                options.databaseUrl()
                        .map(_ -> "the one you named")
                        .orElse("PostgreSQL of its own"));
        tell(out, "Data", data.toAbsolutePath().normalize().toString());
        invitation.ifPresent(secret -> {
            out.println();
            out.println("  First run: open " + here + " on this machine and type");
            out.println("      " + secret.secret());
            out.println("  within 30 minutes. It also stands in " + secret.file());
        });
    }

    private static void tell(PrintWriter out, String what, String value) {
        out.println("  %-15s%s".formatted(what, value));
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
