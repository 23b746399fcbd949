package onecard.platform.people;

import java.util.Optional;

/// Parameters of the personnel records.
///
/// @param numberLength how long person numbers are (`M-070`); empty: any length
/// @param automaticNumbers whether a new person without a number gets the next one (`M-071`)
/// @param version grows with every change
record PeopleParameters(Optional<Integer> numberLength, boolean automaticNumbers, int version) {}
