package onecard.platform.faces;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who was recognised where (人脸识别记录). It belongs to the whole site.
@RestController
@RequestMapping("/api/v1/face-recognitions")
class RecognitionsController {
    private final RecognitionTable table;
    private final DeviceTable devices;
    private final People people;
    private final CurrentOperator operator;

    RecognitionsController(
            RecognitionTable table, DeviceTable devices, People people, CurrentOperator operator) {
        this.table = table;
        this.devices = devices;
        this.people = people;
        this.operator = operator;
    }

    /// @param at by the clock of the terminal
    /// @param verify how: 15 face, 4 card, 0 not said
    /// @param personName absent: nobody the platform knows under that number there
    record FaceRecognitionItem(
            long id,
            int device,
            String deviceName,
            String pin,
            Optional<Integer> person,
            Optional<String> personName,
            LocalDateTime at,
            int status,
            int verify,
            Instant heardAt) {}

    @Needs(Permission.SEE_PHOTOS)
    @GetMapping
    Page<FaceRecognitionItem> listFaceRecognitions(
            @RequestParam Optional<Integer> device,
            @RequestParam Optional<Integer> person,
            @RequestParam Optional<Long> after,
            @RequestParam Optional<Integer> limit) {
        if (operator.get().merchants().forSql() != null) {
            throw Problem.of(ProblemKind.FORBIDDEN);
        }
        int wanted = Page.limit(limit);
        List<RecognitionTable.Recognition> rows =
                table.page(
                        after,
                        device.filter(id -> id > 0).map(DeviceId::new),
                        person.filter(id -> id > 0).map(PersonId::new),
                        wanted + 1);
        Map<DeviceId, String> names = new HashMap<>();
        devices.all().forEach(each -> names.put(each.id(), each.name()));
        Map<PersonId, Person> known =
                people.find(rows.stream().flatMap(row -> row.person().stream()).toList());
        return Page.cut(rows, wanted, row -> Long.toString(row.id()))
                .map(row ->
                        new FaceRecognitionItem(
                                row.id(),
                                row.device().value(),
                                names.getOrDefault(row.device(), ""),
                                row.pin(),
                                row.person().map(PersonId::value),
                                row.person().map(known::get).map(Person::name),
                                row.at(),
                                row.status(),
                                row.verify(),
                                row.heardAt()));
    }
}
