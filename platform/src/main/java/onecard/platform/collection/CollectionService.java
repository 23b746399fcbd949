package onecard.platform.collection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import onecard.platform.gate.GateService;
import onecard.platform.gate.GateSettings;
import onecard.platform.gate.ServiceKind;
import onecard.platform.system.DataFolder;
import onecard.wire.Limits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The record service (通讯前置): a gate at UDP 8001 and at what other ports it is given.
@Component
class CollectionService extends GateService {
    CollectionService(
            CollectionDoor door,
            DataFolder data,
            @Value("${onecard.bind:0.0.0.0}") InetAddress bind,
            @Value("${onecard.port-8001:8001}") int port) {
        super(
                "collection",
                ServiceKind.COLLECTION,
                door,
                new GateSettings(
                        "8001",
                        new InetSocketAddress(bind, port),
                        "--port-8001",
                        GateSettings.INSIDE_MAX,
                        Limits.MAX_RECORDS_BYTES,
                        GateSettings.SOURCE_PER_SECOND,
                        GateSettings.SOURCE_BURST,
                        data.secrets().resolve("sessions-8001")));
    }
}
