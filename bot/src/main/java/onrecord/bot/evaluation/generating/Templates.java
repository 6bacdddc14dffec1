package onrecord.bot.evaluation.generating;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import onrecord.bot.evaluation.generating.FigureName.Counted;

/// How questions are put, in files that a person edits.
///
/// @param names what people call the figures of reports
/// @param parts what people call figures that are told for a part of the company
/// @param noParts row headings that name no part
/// @param remainder what headings of what is left over or taken away again are like
/// @param longestPart the longest row heading that names a part
/// @param ambiguous printed names that stand for more than one thing
public record Templates(
    List<FigureName> names,
    List<FigureName> parts,
    List<String> noParts,
    Pattern remainder,
    int longestPart,
    List<String> ambiguous,
    TemplateFile periods,
    TemplateFile figures,
    TemplateFile horizon,
    TemplateFile absent,
    TemplateFile attacks) {

  /// Those that come with the program.
  public static Templates bundled() {
    return read(TemplateFile::bundled);
  }

  /// Those in a folder, in files of the same names.
  ///
  /// @throws BrokenTemplatesException if one is missing or cannot be read
  public static Templates in(Path folder) {
    return read(name -> TemplateFile.in(folder, name));
  }

  private static Templates read(Function<String, TemplateFile> file) {
    var tables = file.apply("tables.yaml");
    return new Templates(
        names(file.apply("metrics.yaml")),
        names(tables.at("of-parts")),
        tables.at("no-parts").texts(),
        pattern(tables.at("remainder")),
        tables.at("longest-part").number(),
        tables.at("ambiguous").texts(),
        file.apply("periods.yaml"),
        file.apply("figures.yaml"),
        file.apply("horizon.yaml"),
        file.apply("absent.yaml"),
        file.apply("attacks.yaml"));
  }

  private static Pattern pattern(TemplateFile of) {
    try {
      return Pattern.compile(of.text());
    } catch (PatternSyntaxException broken) {
      throw new BrokenTemplatesException(of.place() + ": " + broken.getDescription(), broken);
    }
  }

  private static List<FigureName> names(TemplateFile file) {
    var names = new ArrayList<FigureName>();
    file.entries()
        .forEach((printed, entry) ->
            names.add(
                new FigureName(
                    counted(entry.at("of")),
                    printed,
                    entry.at("also").texts(),
                    entry.at("zh").texts(),
                    entry.at("en").texts(),
                    entry.at("slips").texts())));
    return List.copyOf(names);
  }

  private static Counted counted(TemplateFile of) {
    if (of.isMissing()) {
      return Counted.EITHER;
    }
    return switch (of.text()) {
      case "period" -> Counted.PERIOD;
      case "day" -> Counted.DAY;
      default -> throw new BrokenTemplatesException(of.place() + ": must be period or day");
    };
  }
}
