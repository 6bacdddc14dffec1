import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Builds the disclosures of the demo issuer: `java corpus/demo/BuildDemo.java`.
///
/// Reads `figures.txt` and `sources/` beside this file and writes `../disclosures/`. A word after
/// it builds only the sources with that word in their name; `--print EXPRESSION…` prints figures
/// instead.
public final class BuildDemo {
  private static final String MARK = "本文件为 OnRecord 演示用虚构文件，公司及数据均为虚构";

  private final Path home;
  private final Figures figures;
  private final Printer printer = new Printer();

  private BuildDemo(Path home) throws IOException {
    this.home = home;
    this.figures = Figures.read(home.resolve("figures.txt"));
  }

  public static void main(String[] arguments) throws Exception {
    var build = new BuildDemo(home());
    if (arguments.length > 0 && arguments[0].equals("--print")) {
      List.of(arguments).stream().skip(1).forEach(build::show);
    } else {
      new Balance(build.figures).check();
      build.buildAll(arguments.length > 0 ? arguments[0] : "");
    }
  }

  /// The folder of the sources, from the project's root or from within.
  static Path home() {
    var here = Path.of("corpus/demo");
    return Files.exists(here.resolve("figures.txt")) ? here : Path.of("").toAbsolutePath();
  }

  private void buildAll(String nameContains) throws IOException, InterruptedException {
    try (var sources = Files.list(home.resolve("sources"))) {
      for (var source :
          sources.filter(path -> path.toString().contains(nameContains)).sorted().toList()) {
        build(source);
      }
    }
  }

  private void show(String expression) {
    IO.println(expression + " = " + new Template(figures, home).fill("{{" + expression + "}}"));
  }

  private void build(Path path) throws IOException, InterruptedException {
    var source = Source.read(path);
    var text = new Template(figures, home).fill(source.text().replace("@mark", MARK));
    var target = Files.createDirectories(home.resolveSibling("disclosures")).resolve(source.file());
    switch (source.file().substring(source.file().lastIndexOf('.'))) {
      case ".pdf" -> print(source, Block.parse(text), target);
      case ".html" ->
          Files.writeString(
              target, webPage(source, new Html(Block.parse(text), Map.of()).render()));
      case ".docx" -> Docx.write(target, Block.parse(text), source.header(), MARK);
      default -> Files.writeString(target, text + "\n");
    }
    Files.writeString(target.resolveSibling(source.file() + ".yaml"), source.metadata());
    IO.println("%s  %,d bytes".formatted(target, Files.size(target)));
  }

  /// Twice where there is a contents page: the first pass finds the pages that it names.
  private void print(Source source, List<Block> blocks, Path target)
      throws IOException, InterruptedException {
    printer.print(printed(source, new Html(blocks, Map.of()).render()), target, source.day());
    if (blocks.contains(new Block.Contents())) {
      var pages = printer.pagesOfChapters(target);
      printer.print(printed(source, new Html(blocks, pages).render()), target, source.day());
    }
  }

  private String printed(Source source, String body) throws IOException {
    return page(
        "zh-CN",
        source.header(),
        style("print.css").replace("HEADER", source.header()).replace("MARK", MARK),
        body);
  }

  private String webPage(Source source, String body) throws IOException {
    return page(
        "zh-CN",
        source.header(),
        style("web.css"),
        "<main>\n" + body + "</main>\n<footer>" + MARK + "</footer>\n");
  }

  private String style(String name) throws IOException {
    return Files.readString(home.resolve(name));
  }

  private static String page(String language, String title, String style, String body) {
    return """
    <!doctype html>
    <html lang="%s">
    <head><meta charset="utf-8"><title>%s</title>
    <style>
    %s</style></head>
    <body>
    %s</body>
    </html>
    """
        .formatted(language, Html.escape(title), style, body);
  }
}
