package onecard.platform.terminals;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.TerminalCensus;
import onecard.vocabulary.SerialNo;
import org.springframework.stereotype.Service;

/// The terminals as they are stored.
@Service
class StoredTerminals implements Terminals, TerminalCensus {
    private final RegisterSnapshot register;
    private final TerminalTable table;
    private final TerminalPlaceTable places;
    private final SignsOfLife signs;
    private final Lamps lamps;

    StoredTerminals(
            RegisterSnapshot register,
            TerminalTable table,
            TerminalPlaceTable places,
            SignsOfLife signs,
            Lamps lamps) {
        this.register = register;
        this.table = table;
        this.places = places;
        this.signs = signs;
        this.lamps = lamps;
    }

    @Override
    public TerminalRegister current() {
        return register.current();
    }

    @Override
    public TerminalRegister at(long version) {
        return register.at(version);
    }

    @Override
    public Optional<Place> placeAt(TerminalId terminal, Instant moment) {
        return places.at(terminal, moment);
    }

    @Override
    public void heard(SerialNo serial, Heard heard) {
        signs.heard(serial, heard);
        lamps.heard(serial);
    }

    @Override
    public void bought(SerialNo serial, Instant at) {
        signs.bought(serial, at);
    }

    @Override
    public Map<MerchantId, Integer> perMerchant() {
        return table.perMerchant();
    }
}
