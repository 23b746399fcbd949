package onecard.platform.terminals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private final ParameterUpkeep parameters;
    private final AloneSigns alone;
    private final ToldDays toldDays;

    StoredTerminals(
            RegisterSnapshot register,
            TerminalTable table,
            TerminalPlaceTable places,
            SignsOfLife signs,
            Lamps lamps,
            ParameterUpkeep parameters,
            AloneSigns alone,
            ToldDays toldDays) {
        this.register = register;
        this.table = table;
        this.places = places;
        this.signs = signs;
        this.lamps = lamps;
        this.parameters = parameters;
        this.alone = alone;
        this.toldDays = toldDays;
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
    public List<PastPlace> placesOf(TerminalId terminal) {
        return places.of(terminal);
    }

    @Override
    public Optional<Duration> clockAhead(SerialNo serial) {
        return signs.of(serial).flatMap(Sign::report).map(Heard.Report::clockOffset);
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
    public Optional<WantedParameters> wanted(SerialNo serial) {
        return register.lastRead().wanted(serial);
    }

    @Override
    public void worksBy(SerialNo serial, WorksBy said) {
        parameters.says(serial, said);
    }

    @Override
    public void sellsAlone(SerialNo serial, SellsAlone said) {
        alone.says(serial, said);
    }

    @Override
    public void told(SerialNo serial, DayTold told) {
        toldDays.says(serial, told);
    }

    @Override
    public Map<MerchantId, Integer> perMerchant() {
        return table.perMerchant();
    }
}
