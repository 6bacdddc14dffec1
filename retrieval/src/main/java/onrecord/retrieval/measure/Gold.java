package onrecord.retrieval.measure;

import java.util.Set;

/// One thing that a question should find.
///
/// @param places where it stands; any of them is right. A place is a passage's id in the set, or
///   `report.pdf page 66`, `2025-137 item 3`
/// @param grade above 0; higher is more relevant
record Gold(Set<String> places, int grade) {

  Gold {
    if (places.isEmpty() || grade < 1) {
      throw new IllegalArgumentException("Nothing to be found: " + places + ", grade " + grade);
    }
    places = Set.copyOf(places);
  }
}
