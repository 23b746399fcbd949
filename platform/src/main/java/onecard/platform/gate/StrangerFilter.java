package onecard.platform.gate;

import java.net.DatagramPacket;
import org.eclipse.californium.scandium.DatagramFilter;
import org.eclipse.californium.scandium.DtlsDatagramFilter;
import org.eclipse.californium.scandium.dtls.Connection;
import org.eclipse.californium.scandium.dtls.ContentType;
import org.eclipse.californium.scandium.dtls.Record;

/// The first look at a datagram, before any state is made for it. What is no DTLS is dropped; who
/// wants to shake hands must be within the rate of the source, and there must be room inside.
/// Sessions that stand are never slowed here, nor can anybody else's forgeries slow them.
final class StrangerFilter implements DatagramFilter {
    private final DatagramFilter form = new DtlsDatagramFilter();
    private final SourceRates rates;
    private final Tally tally;

    StrangerFilter(SourceRates rates, Tally tally) {
        this.rates = rates;
        this.tally = tally;
    }

    @Override
    public boolean onReceiving(DatagramPacket packet) {
        if (packet.getPort() == 0 || !form.onReceiving(packet)) {
            tally.droppedNoise.increment();
            return false;
        }
        if (packet.getData()[packet.getOffset()] != ContentType.HANDSHAKE.getCode()) {
            return true;
        }
        if (tally.isFull()) {
            tally.droppedFull.increment();
            return false;
        }
        if (!rates.letIn(packet.getAddress())) {
            tally.droppedRate.increment();
            return false;
        }
        tally.heardFrom(packet.getAddress());
        return true;
    }

    @Override
    public boolean onReceiving(Record record, Connection connection) {
        return true;
    }

    @Override
    public boolean onMacError(Record record, Connection connection) {
        return false;
    }
}
