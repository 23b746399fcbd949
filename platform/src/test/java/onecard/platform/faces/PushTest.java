package onecard.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.people.Departments;
import onecard.platform.people.NewPerson;
import onecard.platform.people.People;
import onecard.platform.people.PersonNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Faces on their way to terminals: a terminal of raw frames at one end, the journal at the other.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushTest {
    private static final String PUSHES = "/api/v1/face-pushes";

    private final House house;
    private final Browser browser;
    private int made;
    private int device;
    private Machine machine = new Machine(0, "none");

    PushTest(House house) {
        this.house = house;
        this.browser = house.administrator();
        browser.put("/api/v1/session/language", Map.of("language", "en"));
    }

    @BeforeEach
    void aTerminal() {
        String serial = "SPEEDFACE%04d".formatted(++made);
        Map<String, Object> body =
                Map.of(
                        "name",
                        "门 " + made,
                        "bound",
                        true,
                        "everybody",
                        false,
                        "writing",
                        "GB2312",
                        "size",
                        "TEXT");
        var added = browser.post("/api/v1/face-devices", Map.of("serial", serial, "device", body));
        device = added.json().get("id").asInt();
        machine = new Machine(house.bean(FaceService.class).openPort(), serial);
        machine.hello();
    }

    /// Somebody with a number of their own; with a photo if a portrait is named.
    private int aPerson(String name, Optional<String> portrait) {
        var number = new PersonNo("F%d".formatted(100 + ++made));
        int person =
                house.asAdministrator(() ->
                        house.bean(People.class)
                                .add(
                                        new NewPerson(
                                                Optional.of(number),
                                                name,
                                                house.bean(Departments.class).root().id(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty()))
                                .id()
                                .value());
        portrait.ifPresent(file -> photo(person, file));
        return person;
    }

    private void photo(int person, String file) {
        var agreed =
                browser.put(
                        "/api/v1/people/" + person + "/photo-consent",
                        Map.of("givenBy", "HOLDER", "way", "PAPER"));
        assertThat(agreed.status()).isEqualTo(200);
        try (var in = PushTest.class.getResourceAsStream("/portraits/" + file + ".jpg")) {
            var stored =
                    browser.upload(
                            "PUT",
                            "/api/v1/people/" + person + "/photo",
                            "x.jpg",
                            Objects.requireNonNull(in).readAllBytes());
            assertThat(stored.status()).as(stored.text()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void push(boolean there, Integer... people) {
        var pushed =
                browser.post(
                        PUSHES,
                        Map.of(
                                "devices", List.of(device),
                                "people", List.of(people),
                                "there", there));
        assertThat(pushed.status()).as(pushed.text()).isEqualTo(204);
    }

    private void look() {
        house.bean(FaceUpkeep.class).look();
    }

    /// The journal of the terminal, the newest first.
    private JsonNode journal() {
        return browser.get(PUSHES + "?device=" + device).json().get("items");
    }

    private List<String> results() {
        return journal()
                .valueStream()
                .map(line -> line.get("kind").asString() + " " + line.get("result").asString())
                .toList();
    }

    private void answer(List<String> commands, int... codes) {
        String[] lines = new String[commands.size()];
        for (int at = 0; at < lines.length; at++) {
            lines[at] =
                    "ID=%s&Return=%d&CMD=DATA"
                            .formatted(Machine.id(commands.get(at)), codes[at % codes.length]);
        }
        assertThat(machine.results(lines).body()).isEqualTo("OK\n");
    }

    @Test
    @DisplayName("M-226 M-228 Chosen people with a photo are pushed, and the journal says done")
    void chosen_people_are_pushed() {
        int seen = aPerson("张 三", Optional.of("male-7"));
        int unseen = aPerson("李四", Optional.empty());
        push(true, seen, unseen);
        assertThat(results()).containsExactly("PUSH WAITING");
        var commands = machine.commands();
        assertThat(commands).hasSize(2);
        String pin = journal().get(0).get("pin").asString();
        assertThat(commands.get(0)).contains("USERINFO PIN=" + pin + "\tName=张 三\t");
        assertThat(commands.get(1)).contains("BIOPHOTO PIN=" + pin + "\tType=9\tFormat=0\tSize=");
        String text = commands.get(1).substring(commands.get(1).indexOf("Content=") + 8);
        assertThat(commands.get(1)).contains("\tSize=" + text.length() + "\t");
        assertThat(text).startsWith("/9j/");
        assertThat(results()).containsExactly("PUSH SENT");
        assertThat(machine.commands()).isEmpty();
        answer(commands, 0);
        var line = journal().get(0);
        assertThat(line.get("result").asString()).isEqualTo("DONE");
        assertThat(line.get("person").asInt()).isEqualTo(seen);
        assertThat(line.get("attempt").asInt()).isEqualTo(1);
        assertThat(line.toString()).doesNotContain("/9j/");
        var log = browser.get("/api/v1/face-service/log").text();
        assertThat(log).contains("COMMANDS", "RESULTS").doesNotContain("/9j/", "张");
        machine.table("ATTLOG", pin + "\t2026-03-02 12:00:00\t0\t15\n");
        var records = browser.get("/api/v1/face-recognitions?person=" + seen).json().get("items");
        assertThat(records.get(0).get("personName").asString()).isEqualTo("张 三");
        look();
        assertThat(machine.commands()).isEmpty();
    }

    @Test
    @DisplayName(
            "M-229 A fault that comes late turns done into quality, in the terminal's own words")
    void a_late_fault_turns_done_into_quality() {
        push(true, aPerson("王五", Optional.of("male-7")));
        var commands = machine.commands();
        answer(commands, 0);
        assertThat(results()).containsExactly("PUSH DONE");
        machine.table(
                "ERRORLOG",
                "ERRORLOG ErrCode=D01E0003\tErrMsg=blurred\tDataOrigin=cmd\tCmdId=%s\tAdditional=\n"
                        .formatted(Machine.id(commands.get(1))));
        var line = journal().get(0);
        assertThat(line.get("result").asString()).isEqualTo("QUALITY");
        assertThat(line.get("fault").asString()).isEqualTo("BLURRED");
        assertThat(line.get("words").asString()).isEqualTo("D01E0003 blurred");
        assertThat(browser.get(PUSHES + "?result=QUALITY&device=" + device).json().get("items"))
                .hasSize(1);
    }

    @Test
    @DisplayName("M-230 A failed push is tried again, by hand or because there is another photo")
    void a_failed_push_is_tried_again() {
        int person = aPerson("赵六", Optional.of("male-7"));
        push(true, person);
        answer(machine.commands(), 0, -1006);
        assertThat(results()).containsExactly("PUSH TOO_LARGE");
        long id = journal().get(0).get("id").asLong();
        var again =
                browser.post(PUSHES + "/again", Map.of("device", device, "pushes", List.of(id)));
        assertThat(again.json().get("again").asInt()).isEqualTo(1);
        answer(machine.commands(), 0, -1002);
        assertThat(results()).containsExactly("PUSH UNSUPPORTED");
        photo(person, "female-18");
        look();
        answer(machine.commands(), 0);
        assertThat(results()).containsExactly("PUSH DONE", "PUSH UNSUPPORTED");
        var late = browser.post(PUSHES + "/again", Map.of("device", device, "pushes", List.of(id)));
        assertThat(late.json().get("again").asInt()).isZero();
    }

    @Test
    @DisplayName("M-229 M-230 A terminal that is away gets its pushes when it is back, each once")
    void a_terminal_that_is_away() {
        house.clock().pass(Duration.ofMinutes(1));
        push(true, aPerson("孙七", Optional.of("male-7")));
        assertThat(results()).containsExactly("PUSH OFFLINE");
        assertThat(browser.get(PUSHES + "?result=OFFLINE&device=" + device).json().get("items"))
                .hasSize(1);
        assertThat(browser.get(PUSHES + "?result=WAITING&device=" + device).json().get("items"))
                .isEmpty();
        machine.pollAndHangUp();
        assertThat(machine.commands()).isEmpty();
        house.clock().pass(Talks.ANSWER_WITHIN.plusSeconds(1));
        var second = machine.commands();
        assertThat(second).hasSize(2);
        assertThat(Machine.id(second.get(0))).endsWith("T2");
        machine.results(
                "ID=%s&Return=-1&CMD=DATA"
                        .formatted(Machine.id(second.get(0)).replace("T2", "T1")));
        assertThat(results()).containsExactly("PUSH SENT");
        answer(second, 0);
        answer(second, -1);
        assertThat(results()).containsExactly("PUSH DONE");
    }

    @Test
    @DisplayName(
            "W-12 A withdrawn consent deletes the face everywhere and says who has not confirmed")
    void a_withdrawn_consent_deletes_the_face() {
        int person = aPerson("周八", Optional.of("male-7"));
        push(true, person);
        answer(machine.commands(), 0);
        assertThat(browser.delete("/api/v1/people/" + person + "/photo-consent").status())
                .isEqualTo(204);
        look();
        assertThat(leaving(person)).isEqualTo(1);
        var commands = machine.commands();
        assertThat(commands).singleElement().asString().contains("DATA DELETE USERINFO PIN=");
        assertThat(leaving(person)).isEqualTo(1);
        answer(commands, -10);
        assertThat(leaving(person)).isZero();
        assertThat(results()).containsExactly("REMOVE DONE", "PUSH DONE");
    }

    private long leaving(int person) {
        return browser.get(PUSHES + "/leaving")
                .json()
                .get("items")
                .valueStream()
                .filter(each -> each.get("person").asInt() == person)
                .count();
    }

    @Test
    @DisplayName("W-12 A photo that is withdrawn while its push waits is never sent")
    void a_photo_withdrawn_while_it_waits() {
        int person = aPerson("吴九", Optional.of("male-7"));
        push(true, person);
        browser.delete("/api/v1/people/" + person + "/photo-consent");
        assertThat(machine.commands()).isEmpty();
        look();
        assertThat(machine.commands()).singleElement().asString().contains("DATA DELETE");
    }

    @Test
    @DisplayName("M-222 M-223 Terminals are cleared with 888888, and a wrong code clears nothing")
    void terminals_are_cleared_with_the_code() {
        push(true, aPerson("郑十", Optional.of("male-7")));
        answer(machine.commands(), 0);
        var wrong =
                browser.post(
                        PUSHES + "/clear", Map.of("devices", List.of(device), "code", "88888"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(machine.commands()).isEmpty();
        var right =
                browser.post(
                        PUSHES + "/clear", Map.of("devices", List.of(device), "code", "888888"));
        assertThat(right.status()).isEqualTo(204);
        push(true, aPerson("冯一", Optional.of("male-7")));
        var clearing = machine.commands();
        assertThat(clearing).singleElement().asString().endsWith(":CLEAR ALL USERINFO");
        assertThat(machine.commands()).isEmpty();
        answer(clearing, 0);
        look();
        assertThat(machine.commands()).hasSize(2);
        assertThat(results()).containsExactly("PUSH SENT", "CLEAR DONE", "PUSH DONE");
    }

    @Test
    @DisplayName("M-226 Who is taken off a terminal, or leaves, is removed from it")
    void who_is_taken_off_is_removed() {
        int one = aPerson("陈二", Optional.of("male-7"));
        int other = aPerson("褚三", Optional.of("female-18"));
        push(true, one, other);
        answer(machine.commands(), 0);
        push(false, one);
        assertThat(results()).containsExactly("REMOVE WAITING", "PUSH DONE", "PUSH DONE");
        var commands = machine.commands();
        assertThat(commands).hasSize(1);
        assertThat(commands.getFirst().getBytes(StandardCharsets.US_ASCII).length).isLessThan(80);
        answer(commands, 0);
        push(true, one);
        assertThat(machine.commands()).hasSize(2);
    }

    @Test
    @DisplayName("M-230 What one node handed out is answered to another")
    void another_node_goes_on() {
        push(true, aPerson("卫四", Optional.of("male-7")));
        var commands = machine.commands();
        try (House neighbour = house.neighbour()) {
            machine = machine.at(neighbour.bean(FaceService.class).openPort());
            answer(commands, 0);
        }
        assertThat(results()).containsExactly("PUSH DONE");
    }
}
