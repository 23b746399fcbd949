package onecard.platform.faces;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onecard.platform.people.PersonId;

/// What is to be done at one terminal so that those are on it who shall be. Pure.
///
/// @param put who is to be pushed, and how
/// @param gone places that are to be removed, under the number the terminal knows
record Plan(Map<PersonId, Place.Face> put, List<Place> gone) {
    /// Compares what shall be with what is.
    ///
    /// @param wanted who shall be on the terminal
    /// @param places who is on it, or may be
    static Plan of(Map<PersonId, Place.Face> wanted, List<Place> places) {
        var put = new TreeMap<>(wanted);
        var gone = new ArrayList<Place>();
        for (Place place : places) {
            Place.Face shall = wanted.get(place.person());
            if (shall == null) {
                if (!place.leaving()) {
                    gone.add(place);
                }
            } else if (!place.leaving() && shall.equals(place.face())) {
                put.remove(place.person());
            } else if (!shall.pin().equals(place.face().pin())) {
                // The old number goes first; the new one comes when that is confirmed.
                put.remove(place.person());
                if (!place.leaving()) {
                    gone.add(place);
                }
            }
        }
        return new Plan(put, List.copyOf(gone));
    }
}
