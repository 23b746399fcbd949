package onecard.platform.authorization;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import onecard.platform.gate.GateService;
import onecard.platform.gate.GateSettings;
import onecard.platform.gate.ServiceKind;
import onecard.platform.system.DataFolder;
import onecard.wire.Limits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The online trade service (联机交易): a gate at UDP 8002 and at what other ports it is given.
@Component
class AuthorizationService extends GateService {
    AuthorizationService(
            AuthorizationDoor door,
            DataFolder data,
            @Value("${onecard.bind:0.0.0.0}") InetAddress bind,
            @Value("${onecard.port-8002:8002}") int port) {
        super(
                "authorization",
                ServiceKind.AUTHORIZATION,
                door,
                new GateSettings(
                        "8002",
                        new InetSocketAddress(bind, port),
                        "--port-8002",
                        GateSettings.INSIDE_MAX,
                        Limits.MAX_REQUEST_BYTES,
                        GateSettings.SOURCE_PER_SECOND,
                        GateSettings.SOURCE_BURST,
                        data.secrets().resolve("sessions-8002")));
    }
}
