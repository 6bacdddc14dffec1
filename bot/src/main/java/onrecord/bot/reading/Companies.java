package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.corpus.Issuer;

/// Finds the names of known issuers in a text in normal spelling.
final class Companies {

  /// An issuer's name in a text.
  record Naming(Issuer issuer, Stretch place) {}

  private static final Pattern CHINESE_FORM =
      Pattern.compile("(?:股份)?(?:有限)?(?:责任)?公司$|(?:控股|集团|股份|科技|技术)+$");
  private static final Pattern ENGLISH_FORM =
      Pattern.compile(
          "[,.]?\\s+(?:inc|incorporated|corp|corporation|co|company|companies|ltd|limited|plc|group|holdings?|llc|n\\.v|s\\.a)\\.?$");

  private static final Pattern FORM_BEHIND =
      Pattern.compile(
          "(?:,?\\s+(?:inc|incorporated|corp|corporation|co|company|ltd|limited|plc|group|holdings?|llc|n\\.v|s\\.a|bancorp|bancshares|bankshares|bank|international|communications)\\b\\.?)+");

  /// Shorter names are too easily part of other words.
  private static final int SHORTEST_NAME = 2;

  private final List<Issuer> issuers;
  private final Map<Issuer, List<String>> names;

  /// @param nicknames what people call an issuer besides, by its code
  Companies(List<Issuer> issuers, Map<String, List<String>> nicknames) {
    this.issuers = List.copyOf(issuers);
    names =
        issuers.stream()
            .distinct()
            .collect(
                Collectors.toUnmodifiableMap(
                    issuer -> issuer,
                    issuer ->
                        names(issuer, nicknames.getOrDefault(issuer.code().value(), List.of()))));
  }

  List<Issuer> issuers() {
    return issuers;
  }

  /// The names in a text, longest first where they overlap.
  List<Naming> namings(String text) {
    var namings = new ArrayList<Naming>();
    for (var issuer : issuers) {
      for (var name : names.getOrDefault(issuer, List.of())) {
        places(name, text).forEach(place -> namings.add(new Naming(issuer, withForm(place, text))));
      }
    }
    namings.sort(
        Comparator.comparingInt((Naming naming) -> naming.place().start() - naming.place().end())
            .thenComparingInt(naming -> naming.place().start()));
    var kept = new ArrayList<Naming>();
    for (var naming : namings) {
      var place = naming.place();
      if (kept.stream().noneMatch(other -> other.place().overlaps(place.start(), place.end()))) {
        kept.add(naming);
      }
    }
    return kept;
  }

  /// The legal form behind a name belongs to it: holley inc, first mid bancshares inc.
  private static Stretch withForm(Stretch name, String text) {
    var form = FORM_BEHIND.matcher(text).region(name.end(), text.length());
    return form.lookingAt() ? new Stretch(name.start(), form.end()) : name;
  }

  /// The issuer that a text names first.
  Optional<Issuer> named(String text) {
    return namings(text).stream()
        .min(Comparator.comparingInt(naming -> naming.place().start()))
        .map(Naming::issuer);
  }

  /// What people call an issuer: its code and names, its names without the legal form, and its
  /// nicknames.
  private static List<String> names(Issuer issuer, List<String> nicknames) {
    return Stream.of(
            Stream.of(issuer.code().value(), issuer.shortName(), issuer.companyName()),
            issuer.aliases().stream(),
            nicknames.stream())
        .flatMap(names -> names)
        .map(name -> Wording.of(name).text())
        .flatMap(name -> Stream.of(name, withoutForm(name)))
        .filter(name -> name.length() >= SHORTEST_NAME)
        .distinct()
        .toList();
  }

  private static String withoutForm(String name) {
    if (!Script.hasHan(name)) {
      var bare = name.replaceFirst("^the\\s+", "");
      return shortened(shortened(bare, ENGLISH_FORM), ENGLISH_FORM);
    }
    var bare = shortened(name, CHINESE_FORM);
    // 生物股份 without its form would be a common noun.
    return bare.length() == name.length() || name.length() <= 4
        ? name
        : shortened(bare, CHINESE_FORM);
  }

  private static String shortened(String name, Pattern form) {
    var shorter = form.matcher(name).replaceFirst("");
    return shorter.length() < SHORTEST_NAME ? name : shorter;
  }

  static List<Stretch> places(String named, String asked) {
    var places = new ArrayList<Stretch>();
    var name = unhyphened(named);
    var text = unhyphened(asked);
    for (var at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (isWhole(text, at, at + name.length())) {
        places.add(new Stretch(at, at + name.length()));
      }
    }
    return places;
  }

  /// People write Coca Cola and Coca-Cola.
  private static String unhyphened(String text) {
    return text.replace('-', ' ');
  }

  /// Latin letters and digits must not go on beyond the name.
  private static boolean isWhole(String text, int start, int end) {
    return !goesOn(text, start - 1, start) && !goesOn(text, end, end - 1);
  }

  private static boolean goesOn(String text, int outside, int inside) {
    return outside >= 0
        && outside < text.length()
        && isLatin(text.charAt(outside))
        && isLatin(text.charAt(inside));
  }

  private static boolean isLatin(char character) {
    return character < 0x80 && Character.isLetterOrDigit(character);
  }
}
