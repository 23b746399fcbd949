package onecard.platform.people;

import java.time.Instant;
import java.util.Optional;

/// A person as the personnel records know them (人事资料).
///
/// @param id for ever
/// @param number unique (工号, 学号)
/// @param name as written
/// @param department where the person belongs
/// @param group by which rules name the person; without one no rule but the site's applies (`D-17`)
/// @param phone as typed, if known
/// @param faceEnrolNo the number under which a face is pushed, unique and never empty (`M-269`)
/// @param holderType what kind of card holder (持卡人类型), if said
/// @param document the identity document, if known
/// @param leftAt since when in the leavers' archive (离职库); empty: not there
/// @param version grows with every change
public record Person(
        PersonId id,
        PersonNo number,
        String name,
        DepartmentId department,
        Optional<GroupId> group,
        Optional<String> phone,
        String faceEnrolNo,
        Optional<ChoiceId> holderType,
        Optional<IdDocument> document,
        Optional<Instant> leftAt,
        int version) {}
