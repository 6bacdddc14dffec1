package onrecord.corpus.pdf;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.corpus.document.SymbolFont;
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

  /// Shorter strokes rule nothing; the pieces of dashed lines are joined before this is asked.
  private static final double SHORTEST_RULE = 5;

  private static final Pattern BOLD_FACE =
      Pattern.compile("bold|black|heavy|demi|simhei|黑体|粗", Pattern.CASE_INSENSITIVE);

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\u200B-\u200F\u2060\uFEFF]+");

  /// Dots that lead to a page number, and lines to write on, say nothing of a page's language.
  private static final String LEADERS = ".．…·•_-—–";

  private static final Set<RenderingMode> INK_FREE =
      EnumSet.of(RenderingMode.NEITHER, RenderingMode.NEITHER_CLIP);

  /// The share of a page that the picture of a page covers.
  private static final double PICTURE_OF_A_PAGE = 0.5;

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

  /// Printed in no colour: what scanners recognised in a picture, or what a reader is not meant to
  /// see.
  private final Map<Turn, List<Glyph>> unseen = new EnumMap<>(Turn.class);

  private final DrawnLines drawn = new DrawnLines();
  private int operators;
  private int letters;
  private int unreadable;
  private int others;
  private double pictured;

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
    var recognised = glyphs.isEmpty() && pictured >= PICTURE_OF_A_PAGE && !unseen.isEmpty();
    if (recognised) {
      glyphs.putAll(unseen);
      unseen.values().forEach(list -> list.forEach(glyph -> count(glyph.text())));
    }
    var turns = new ArrayList<>(glyphs.keySet());
    turns.sort((a, b) -> glyphsOf(b).size() - glyphsOf(a).size());
    var sheets = turns.stream().map(this::sheet).toList();
    return new PrintedPage(page, sheets, letters, unreadable, others, recognised, pictured);
  }

  private List<Glyph> glyphsOf(Turn turn) {
    return glyphs.getOrDefault(turn, List.of());
  }

  private Sheet sheet(Turn turn) {
    var uprightWidth = turn.isSideways() ? height : width;
    var uprightHeight = turn.isSideways() ? width : height;
    var across = new ArrayList<Stroke>();
    var down = new ArrayList<Stroke>();
    turned(turn, drawn.horizontals(), true, across, down);
    turned(turn, drawn.verticals(), false, across, down);
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
    var isSeen = !INK_FREE.contains(getGraphicsState().getTextState().getRenderingMode());
    var list = (isSeen ? glyphs : unseen).computeIfAbsent(turn, _ -> new ArrayList<>());
    if (list.size() >= limits.glyphs()) {
      throw new TooMuchWorkException("page " + page + " has too many characters");
    }
    if (isSeen) {
      count(text);
    }
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
    var symbol = SymbolFont.read(String.valueOf(font.getName()), code);
    if (symbol != null) {
      return symbol;
    }
    var text = font.toUnicode(code, GlyphList.getAdobeGlyphList());
    if (text == null) {
      return font instanceof PDSimpleFont ? Character.toString(code) : null;
    }
    if (INVISIBLE.matcher(text).matches()) {
      return "";
    }
    return SPACE.matcher(text).matches() ? " " : Radicals.toCharacters(text);
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
    drawn.rectangle(displayed(p0), displayed(p1), displayed(p2), displayed(p3));
  }

  private Point2D.Double displayed(Point2D point) {
    return displayed(point.getX(), point.getY());
  }

  @Override
  public void moveTo(float x, float y) {
    drawn.moveTo(displayed(x, y));
  }

  @Override
  public void lineTo(float x, float y) {
    drawn.lineTo(displayed(x, y));
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    drawn.curveTo(displayed(x3, y3));
  }

  @Override
  public Point2D getCurrentPoint() {
    // Asked for only to know whether there is one.
    return new Point2D.Float(0, 0);
  }

  @Override
  public void closePath() {
    drawn.close();
  }

  @Override
  public void endPath() {
    drawn.discard();
  }

  @Override
  public void strokePath() {
    if (isWhite(getGraphicsState().getStrokingColor())) {
      drawn.discard();
    } else {
      drawn.stroke();
    }
  }

  @Override
  public void fillPath(int windingRule) {
    if (isWhite(getGraphicsState().getNonStrokingColor())) {
      drawn.discard();
    } else {
      drawn.fill();
    }
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    strokePath();
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

  // ---- the rest of what may be drawn

  @Override
  public void drawImage(PDImage image) {
    // A picture fills the unit square of the space that it is drawn in.
    var placed = getGraphicsState().getCurrentTransformationMatrix();
    var area =
        Math.abs(placed.getScaleX() * placed.getScaleY() - placed.getShearX() * placed.getShearY());
    pictured = Math.max(pictured, Math.min(1, area / (width * height)));
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
