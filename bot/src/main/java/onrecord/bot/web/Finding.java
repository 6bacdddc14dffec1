package onrecord.bot.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import onrecord.corpus.Box;
import onrecord.corpus.Passage;
import org.jspecify.annotations.Nullable;

/// The places of one disclosure at which words stand, in reading order. Letters match whatever
/// their case and width, and white space counts for nothing: a line break in a printed word is not
/// seen by who looks for it.
///
/// @param more whether there are more places than were asked for
record Finding(List<Place> places, boolean more) {

  /// @param page from 1; null where the format has no pages
  /// @param boxes where the words stand on its pages
  record Place(String passageId, @Nullable Integer page, List<Box> boxes) {}

  /// @param words to look for; found nowhere where they are blank
  /// @param most as many places as are wanted
  static Finding of(String words, List<Passage> passages, int most) {
    var wanted = Squeezed.of(words).text();
    var places = new ArrayList<Place>();
    for (var passage : passages) {
      if (wanted.isEmpty() || places.size() > most) {
        break;
      }
      find(wanted, passage, places);
    }
    return new Finding(
        List.copyOf(places.subList(0, Math.min(most, places.size()))), places.size() > most);
  }

  private static void find(String wanted, Passage passage, List<Place> places) {
    var squeezed = Squeezed.of(passage.text());
    var at = squeezed.text().indexOf(wanted);
    while (at >= 0) {
      var start = squeezed.offsets().get(at);
      var end = squeezed.offsets().get(at + wanted.length() - 1) + 1;
      var boxes = passage.boxes(start, end);
      var page = boxes.isEmpty() ? passage.pageAt(start) : Integer.valueOf(boxes.getFirst().page());
      places.add(new Place(passage.id().value(), page, boxes));
      at = squeezed.text().indexOf(wanted, at + wanted.length());
    }
  }

  /// A text as it is compared.
  ///
  /// @param offsets of each of its characters in the text as printed
  private record Squeezed(String text, List<Integer> offsets) {

    static Squeezed of(String printed) {
      var text = new StringBuilder();
      var offsets = new ArrayList<Integer>(printed.length());
      for (int i = 0; i < printed.length(); i++) {
        var folded = folded(printed.charAt(i));
        for (int j = 0; j < folded.length(); j++) {
          if (!Character.isWhitespace(folded.charAt(j))) {
            offsets.add(i);
            text.append(folded.charAt(j));
          }
        }
      }
      return new Squeezed(text.toString(), offsets);
    }

    private static String folded(char letter) {
      return letter < 128
          ? String.valueOf(Character.toLowerCase(letter))
          : Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKC)
              .toLowerCase(Locale.ROOT);
    }
  }
}
