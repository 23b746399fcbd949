package onecard.platform.faces;

import onecard.platform.people.PersonId;

/// Somebody who is on a terminal, or may be.
///
/// @param face what was last to be there
/// @param push the last command about it
/// @param leaving whether it shall go
record Place(PersonId person, Face face, long push, boolean leaving) {
    /// What a terminal is told of a person.
    ///
    /// @param pin the number under which it knows the person
    /// @param portrait which portrait, by its version
    record Face(String pin, String name, long portrait) {}
}
