package onrecord.bot.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.ZoneId;
import java.util.List;
import onrecord.bot.Answer;
import onrecord.corpus.Box;
import org.jspecify.annotations.Nullable;

/// Where a claim stands in a disclosure, as interfaces show it.
///
/// @param url where a person can see it in the original
public record CitationView(
    int number, String quote, DisclosureReference disclosure, Locator locator, String url) {

  public static CitationView of(Answer.Citation citation, String url, ZoneId zone) {
    return new CitationView(
        citation.number(),
        citation.quote(),
        DisclosureReference.of(citation.disclosure(), zone),
        Locator.of(citation.locator()),
        url);
  }

  /// The place of the quote.
  public record Locator(
      @Nullable Integer page,
      @Nullable String section,
      @Nullable String item,
      @Nullable Table table,
      List<Box> boxes) {

    public static Locator of(Answer.Locator locator) {
      return new Locator(
          locator.page(),
          locator.section(),
          locator.item(),
          Table.of(locator),
          locator.boxes().stream().map(Locator::rounded).toList());
    }

    /// To a ten-thousandth of the page, a tenth of a point of a printed one.
    private static Box rounded(Box box) {
      return new Box(
          box.page(), round(box.x()), round(box.y()), round(box.width()), round(box.height()));
    }

    private static double round(double share) {
      return Math.round(share * 10_000) / 10_000.0;
    }
  }

  /// A cell.
  ///
  /// @param cells where it stands in a workbook: `利润表!C5`
  public record Table(
      @Nullable String row,
      @Nullable String column,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String cells) {

    public static @Nullable Table of(Answer.Locator locator) {
      return locator.row() == null && locator.column() == null && locator.cells() == null
          ? null
          : new Table(locator.row(), locator.column(), locator.cells());
    }
  }
}
