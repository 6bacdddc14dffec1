package onrecord.corpus.pdf;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/// Collects the characters and the drawn lines of a page in one pass over its content.
final class PageReader extends PDFGraphicsStreamEngine {

  /// A filled rectangle up to this thick, in points, is a drawn line.
  private static final double LINE_THICKNESS = 3;

  /// Shorter strokes rule nothing; the pieces of dashed lines are joined before this is asked.
  private static final double SHORTEST_RULE = 5;

  private static final Pattern BOLD_FACE =
      Pattern.compile("bold|black|heavy|demi|simhei|黑体|粗", Pattern.CASE_INSENSITIVE);

  /// Dots that lead to a page number, and lines to write on, say nothing of a page's language.
  private static final String LEADERS = ".．…·•_-—–";

  private static final int OPERATORS_BETWEEN_CHECKS = 512;

  private final int page;
  private final PDRectangle crop;
  private final int rotation;
  private final double width;
  private final double height;
  private final PdfLimits limits;
  private final Deadline deadline;
  private final Map<PDFont, Boolean> boldFonts = new HashMap<>();
  private final Map<Turn, List<Glyph>> glyphs = new EnumMap<>(Turn.class);
  private final List<Stroke> horizontals = new ArrayList<>();
  private final List<Stroke> verticals = new ArrayList<>();
  private final List<Point2D.Double> path = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private int operators;
  private int letters;
  private int unreadable;
  private int others;
  private int pictures;

  private record Segment(Point2D.Double start, Point2D.Double end) {}

  private PageReader(PDPage pdfPage, int page, PdfLimits limits, Deadline deadline) {
    super(pdfPage);
    this.page = page;
    this.limits = limits;
    this.deadline = deadline;
    crop = pdfPage.getCropBox();
    rotation = Math.floorMod(pdfPage.getRotation(), 360);
    var sideways = rotation % 180 != 0;
    width = sideways ? crop.getHeight() : crop.getWidth();
    height = sideways ? crop.getWidth() : crop.getHeight();
  }

  /// Reads a page; of a page whose content is damaged, as much as can be read.
  ///
  /// @throws TooMuchWorkException if it exceeds the limits
  /// @throws IOException if nothing of its content can be read
  static PrintedPage read(PDPage pdfPage, int page, PdfLimits limits, Deadline deadline)
      throws IOException {
    var reader = new PageReader(pdfPage, page, limits, deadline);
    try {
      reader.processPage(pdfPage);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      if (reader.glyphs.isEmpty()) {
        throw new IOException("Page " + page + ": " + e.getMessage(), e);
      }
    }
    return reader.printed();
  }

  private PrintedPage printed() {
    var turns = new ArrayList<>(glyphs.keySet());
    turns.sort((a, b) -> glyphsOf(b).size() - glyphsOf(a).size());
    var sheets = turns.stream().map(this::sheet).toList();
    return new PrintedPage(page, sheets, letters, unreadable, others, pictures);
  }

  private List<Glyph> glyphsOf(Turn turn) {
    return glyphs.getOrDefault(turn, List.of());
  }

  private Sheet sheet(Turn turn) {
    var uprightWidth = turn.isSideways() ? height : width;
    var uprightHeight = turn.isSideways() ? width : height;
    var across = new ArrayList<Stroke>();
    var down = new ArrayList<Stroke>();
    turned(turn, horizontals, true, across, down);
    turned(turn, verticals, false, across, down);
    return new Sheet(
        page,
        turn,
        uprightWidth,
        uprightHeight,
        List.copyOf(glyphsOf(turn)),
        Stroke.joined(across, SHORTEST_RULE),
        Stroke.joined(down, SHORTEST_RULE));
  }

  private void turned(
      Turn turn, List<Stroke> strokes, boolean across, List<Stroke> rows, List<Stroke> columns) {
    for (var stroke : strokes) {
      var start =
          across
              ? upright(turn, stroke.from(), stroke.at())
              : upright(turn, stroke.at(), stroke.from());
      var end =
          across
              ? upright(turn, stroke.to(), stroke.at())
              : upright(turn, stroke.at(), stroke.to());
      if (across != turn.isSideways()) {
        rows.add(new Stroke(start.y, Math.min(start.x, end.x), Math.max(start.x, end.x)));
      } else {
        columns.add(new Stroke(start.x, Math.min(start.y, end.y), Math.max(start.y, end.y)));
      }
    }
  }

  private Point2D.Double upright(Turn turn, double x, double y) {
    return new Point2D.Double(turn.x(x, y, width, height), turn.y(x, y, width, height));
  }

  /// A point of user space as displayed: y downwards from the top left corner of the crop box.
  private Point2D.Double displayed(double x, double y) {
    return switch (rotation) {
      case 90 -> new Point2D.Double(y - crop.getLowerLeftY(), x - crop.getLowerLeftX());
      case 180 -> new Point2D.Double(crop.getUpperRightX() - x, y - crop.getLowerLeftY());
      case 270 -> new Point2D.Double(crop.getUpperRightY() - y, crop.getUpperRightX() - x);
      default -> new Point2D.Double(x - crop.getLowerLeftX(), crop.getUpperRightY() - y);
    };
  }

  // ---- work

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators > limits.operators()) {
      throw new TooMuchWorkException("page " + page + " is drawn with too many operators");
    }
    if (operators % OPERATORS_BETWEEN_CHECKS == 0) {
      deadline.check();
    }
    super.processOperator(operator, operands);
  }

  // ---- characters

  @Override
  protected void showType3Glyph(
      Matrix textRendering, PDType3Font font, int code, Vector displacement) {
    // The drawing of a glyph is of no interest, only what it stands for.
  }

  @Override
  protected void showGlyph(Matrix textRendering, PDFont font, int code, Vector displacement)
      throws IOException {
    var text = meaning(font, code);
    if (text == null) {
      unreadable++;
      return;
    }
    if (text.isEmpty()) {
      return;
    }
    var origin = displayed(textRendering.getTranslateX(), textRendering.getTranslateY());
    if (origin.x < -1 || origin.y < -1 || origin.x > width + 1 || origin.y > height + 1) {
      return;
    }
    place(text, textRendering, font, displacement, origin);
  }

  private void place(
      String text, Matrix rendering, PDFont font, Vector displacement, Point2D.Double origin) {
    var vertical = font.isVertical();
    var right =
        displayed(
            rendering.getTranslateX() + rendering.getScaleX(),
            rendering.getTranslateY() + rendering.getShearY());
    var up =
        displayed(
            rendering.getTranslateX() + rendering.getShearX(),
            rendering.getTranslateY() + rendering.getScaleY());
    var acrossX = right.x - origin.x;
    var acrossY = right.y - origin.y;
    var upX = up.x - origin.x;
    var upY = up.y - origin.y;
    var dx = vertical ? -upX : acrossX;
    var dy = vertical ? -upY : acrossY;
    if (Turn.isSlanted(dx, dy)) {
      return;
    }
    var em = em(font) * Math.hypot(upX, upY);
    if (em < 0.5) {
      return;
    }
    var advance =
        vertical
            ? Math.abs(displacement.getY()) * Math.hypot(upX, upY)
            : Math.abs(displacement.getX()) * Math.hypot(acrossX, acrossY);
    var turn = Turn.of(dx, dy);
    var start = upright(turn, origin.x, origin.y);
    var list = glyphs.computeIfAbsent(turn, _ -> new ArrayList<>());
    if (list.size() >= limits.glyphs()) {
      throw new TooMuchWorkException("page " + page + " has too many characters");
    }
    count(text);
    list.add(new Glyph(text, start.x, start.y, advance, em, isBold(font)));
  }

  /// The size of a font's em in text space; only drawn fonts (type 3) have another than 1.
  private static double em(PDFont font) {
    if (!(font instanceof PDType3Font drawn)) {
      return 1;
    }
    var box = drawn.getFontBBox();
    var tall = box == null ? 0 : box.getHeight() * Math.abs(drawn.getFontMatrix().getScaleY());
    return tall > 0.2 && tall < 4 ? tall : 1;
  }

  private static @Nullable String meaning(PDFont font, int code) throws IOException {
    var symbol = SymbolFont.read(font, code);
    if (symbol != null) {
      return symbol;
    }
    var text = font.toUnicode(code, GlyphList.getAdobeGlyphList());
    if (text == null) {
      return font instanceof PDSimpleFont ? Character.toString(code) : null;
    }
    return Radicals.toCharacters(text);
  }

  private boolean isBold(PDFont font) {
    var mode = getGraphicsState().getTextState().getRenderingMode();
    return mode == RenderingMode.FILL_STROKE
        || boldFonts.computeIfAbsent(font, PageReader::isBoldFace);
  }

  private static boolean isBoldFace(PDFont font) {
    var descriptor = font.getFontDescriptor();
    return BOLD_FACE.matcher(String.valueOf(font.getName()).toLowerCase(Locale.ROOT)).find()
        || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600));
  }

  private void count(String text) {
    var first = text.codePointAt(0);
    if (Character.isLetterOrDigit(first)) {
      letters++;
    } else if (isUnreadable(first)) {
      unreadable++;
    } else if (!Character.isWhitespace(first)
        && !Character.isSpaceChar(first)
        && LEADERS.indexOf(first) < 0) {
      others++;
    }
  }

  private static boolean isUnreadable(int character) {
    return switch (Character.getType(character)) {
      case Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE -> true;
      case Character.CONTROL -> !Character.isWhitespace(character);
      default -> character == 0xFFFD;
    };
  }

  // ---- drawn lines

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    var a = displayed(p0.getX(), p0.getY());
    var c = displayed(p2.getX(), p2.getY());
    var b = displayed(p1.getX(), p1.getY());
    var d = displayed(p3.getX(), p3.getY());
    segments.add(new Segment(a, b));
    segments.add(new Segment(b, c));
    segments.add(new Segment(c, d));
    segments.add(new Segment(d, a));
    path.clear();
    path.add(a);
  }

  @Override
  public void moveTo(float x, float y) {
    path.clear();
    path.add(displayed(x, y));
  }

  @Override
  public void lineTo(float x, float y) {
    var next = displayed(x, y);
    if (!path.isEmpty()) {
      segments.add(new Segment(path.getLast(), next));
    }
    path.add(next);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    path.add(displayed(x3, y3));
  }

  @Override
  public Point2D getCurrentPoint() {
    return new Point2D.Float(0, 0);
  }

  @Override
  public void closePath() {
    if (path.size() > 1) {
      segments.add(new Segment(path.getLast(), path.getFirst()));
    }
  }

  @Override
  public void endPath() {
    segments.clear();
    path.clear();
  }

  @Override
  public void strokePath() {
    if (segments.isEmpty() || isWhite(getGraphicsState().getStrokingColor())) {
      endPath();
      return;
    }
    for (var segment : segments) {
      addStroke(segment.start, segment.end);
    }
    endPath();
  }

  /// A fill is a line if the whole of it is thin; larger areas are shading.
  @Override
  public void fillPath(int windingRule) {
    for (var start = 0; start < segments.size(); ) {
      var end = endOfShape(start);
      addThinShape(segments.subList(start, end));
      start = end;
    }
    endPath();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    strokePath();
  }

  private int endOfShape(int start) {
    var end = start + 1;
    while (end < segments.size() && segments.get(end).start.equals(segments.get(end - 1).end)) {
      end++;
    }
    return end;
  }

  private void addThinShape(List<Segment> shape) {
    var left = Double.MAX_VALUE;
    var top = Double.MAX_VALUE;
    var right = -Double.MAX_VALUE;
    var bottom = -Double.MAX_VALUE;
    for (var segment : shape) {
      left = Math.min(left, Math.min(segment.start.x, segment.end.x));
      right = Math.max(right, Math.max(segment.start.x, segment.end.x));
      top = Math.min(top, Math.min(segment.start.y, segment.end.y));
      bottom = Math.max(bottom, Math.max(segment.start.y, segment.end.y));
    }
    if (Math.min(bottom - top, right - left) > LINE_THICKNESS
        || isWhite(getGraphicsState().getNonStrokingColor())) {
      return;
    }
    if (bottom - top <= LINE_THICKNESS) {
      horizontals.add(new Stroke((top + bottom) / 2, left, right));
    }
    if (right - left <= LINE_THICKNESS) {
      verticals.add(new Stroke((left + right) / 2, top, bottom));
    }
  }

  /// Lines in the colour of paper are gaps between shaded areas and rule nothing.
  private static boolean isWhite(@Nullable PDColor colour) {
    if (colour == null || colour.isPattern()) {
      return false;
    }
    var parts = colour.getComponents();
    return switch (parts.length) {
      case 1, 3 -> allAtLeast(parts, 0.97f);
      case 4 -> allAtMost(parts, 0.03f);
      default -> false;
    };
  }

  private static boolean allAtLeast(float[] parts, float least) {
    var result = true;
    for (var part : parts) {
      result &= part >= least;
    }
    return result;
  }

  private static boolean allAtMost(float[] parts, float most) {
    var result = true;
    for (var part : parts) {
      result &= part <= most;
    }
    return result;
  }

  private void addStroke(Point2D.Double start, Point2D.Double end) {
    if (Math.abs(start.y - end.y) <= 1) {
      horizontals.add(
          new Stroke((start.y + end.y) / 2, Math.min(start.x, end.x), Math.max(start.x, end.x)));
    } else if (Math.abs(start.x - end.x) <= 1) {
      verticals.add(
          new Stroke((start.x + end.x) / 2, Math.min(start.y, end.y), Math.max(start.y, end.y)));
    }
  }

  // ---- the rest of what may be drawn

  @Override
  public void drawImage(PDImage image) {
    pictures++;
  }

  @Override
  public void clip(int windingRule) {
    // What lies outside of a clip is rare and does no harm.
  }

  @Override
  public void shadingFill(COSName shading) {
    // Colour says nothing.
  }
}
