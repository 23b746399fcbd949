package onecard.wire.adms;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a device says, every part of it checked. Pictures and templates a device sends of its own
/// accord are counted and let go: no face comes in by this way.
public sealed interface AdmsRequest {
    /// The device begins and asks how it is to work (`GET /iclock/cdata`).
    ///
    /// @param version of the protocol as the device speaks it; 2.2.14 where it says nothing
    /// @param language the maker's number of the language, 83 for Chinese
    record Hello(String version, Optional<Integer> language) implements AdmsRequest {}

    /// What the device says of itself (`table=options`).
    record Options(Map<String, String> values) implements AdmsRequest {
        public Options {
            values = Map.copyOf(values);
        }
    }

    /// Who was recognised (`table=ATTLOG`).
    record Attendances(Lines<Attendance> lines) implements AdmsRequest {}

    /// What was done at the device (`table=OPERLOG`).
    record Operations(Lines<Operation> lines) implements AdmsRequest {}

    /// What went wrong at the device (`table=ERRORLOG`), often later than the result of the
    /// command.
    record Faults(Lines<DeviceFault> lines) implements AdmsRequest {}

    /// Something that is answered and not kept: pictures, templates, tables nobody needs.
    record Unkept(String table) implements AdmsRequest {}

    /// The device asks for commands (`GET /iclock/getrequest`).
    record Poll(Optional<DeviceInfo> info) implements AdmsRequest {}

    /// How commands ended (`POST /iclock/devicecmd`); several in one post.
    record Results(Lines<CommandResult> lines) implements AdmsRequest {}

    /// The device lives (`/iclock/ping`).
    record Ping() implements AdmsRequest {}

    /// The lines of a post.
    ///
    /// @param read those that were understood, in their order
    /// @param bad how many were not; they are answered as received, or they would come for ever
    record Lines<T>(List<T> read, int bad) {
        public Lines {
            read = List.copyOf(read);
        }

        /// How many came.
        public int count() {
            return read.size() + bad;
        }
    }
}
