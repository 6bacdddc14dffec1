package onrecord.corpus.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Passage;
import onrecord.corpus.Passage.Form;
import onrecord.corpus.PassageId;
import onrecord.corpus.Speaker;
import org.jspecify.annotations.Nullable;

/// Cuts a document into passages: units that can be found alone and cited alone.
///
/// Sentences are never cut, paragraphs only where they are long, tables between rows. What an
/// investor asks rides along with the answer and is no passage of its own, so that it cannot be
/// cited as the company's word.
public final class Passages {

  private static final Pattern BLANK_FORM =
      Pattern.compile("[□☐√☑☒✓■×\\s_/、，,；;:：()（）]*(?:(?:不?适用|是|否|有|无|其他)[□☐√☑☒✓■×\\s_/]*)*");

  private static final Pattern GUARANTEE =
      Pattern.compile(
          "(?s).*(?:保证|承诺).{0,60}真实.*(?:虚假记载|误导性陈述|法律责任).*|.*KNOW ALL (?:PERSONS|MEN) BY THESE PRESENTS.*");

  private static final Pattern BEFORE_CORRECTION =
      Pattern.compile("(?s)^.{0,30}(?:更正|修订|补充|变更)(?:公告)?前(?!后)(?:的?[^，。]{0,20})?\\s*(?:[：:].*|$)");

  private static final Pattern AFTER_CORRECTION =
      Pattern.compile("(?s)^.{0,30}(?:更正|修订|补充|变更)(?:公告)?后(?:的?[^，。]{0,20})?\\s*(?:[：:].*|$)");

  private static final Pattern DAY =
      Pattern.compile(
          "(?s).*(?:\\d{4}|[二○〇零一二三四五六七八九]{4})\\s*年\\s*[\\d一二三四五六七八九十]{1,2}\\s*月\\s*[\\d一二三四五六七八九十]{1,3}\\s*日.{0,4}");

  private record Opened(int level, PrintedText text) {}

  private final DisclosureId disclosure;
  private final List<Passage> passages = new ArrayList<>();
  private final Deque<Opened> headings = new ArrayDeque<>();
  private final List<PrintedText> run = new ArrayList<>();
  private boolean headingAlone;
  private boolean replaced;
  private long afterCorrections;

  private boolean record;
  private boolean answersAreMarked;
  private boolean asking;
  private int dialogueLevel;
  private int asked;
  private @Nullable String item;
  private @Nullable String question;

  private Passages(DisclosureId disclosure) {
    this.disclosure = disclosure;
  }

  /// The passages of a document in reading order.
  public static List<Passage> of(DisclosureId disclosure, List<Block> blocks) {
    return new Passages(disclosure).read(Unfolding.of(blocks));
  }

  private List<Passage> read(List<Part> parts) {
    var texts = parts.stream().map(Passages::textOf).toList();
    answersAreMarked = Dialogue.isMarkedIn(texts);
    record = answersAreMarked || isRecord(texts);
    afterCorrections =
        texts.stream().filter(text -> AFTER_CORRECTION.matcher(text).matches()).count();
    var signature = signatureStart(parts);
    for (var index = 0; index < parts.size(); index++) {
      if (index == signature) {
        closeDialogue();
        leaveHeadings(2);
      }
      take(parts.get(index), index + 1 < texts.size() ? texts.get(index + 1) : "");
    }
    flush();
    tellHeadingAlone();
    return List.copyOf(passages);
  }

  private static String textOf(Part part) {
    return switch (part) {
      case Part.Headed headed -> headed.text().text();
      case Part.Said said -> said.text().text();
      case Part.Asked asked -> asked.text();
      case Part.Tabled tabled -> tabled.table().caption();
      case Part.Closed _ -> "";
    };
  }

  private static boolean isRecord(List<String> texts) {
    return texts.stream()
            .limit(40)
            .anyMatch(text -> text.matches("(?s).*(?:投资者关系活动|业绩说明会|调研活动|投资者问答|问答).*"))
        && texts.stream().filter(text -> Dialogue.numberedQuestion(text) != null).count() >= 2;
  }

  /// Where the issuer's name, its board and the day of signature begin at the end.
  private static int signatureStart(List<Part> parts) {
    var start = parts.size();
    var signed = false;
    while (start > 0
        && parts.size() - start < 5
        && parts.get(start - 1) instanceof Part.Said(var text)
        && text.text().length() <= 40
        && !text.text().matches(".*[。？?！!；;]$")) {
      start--;
      signed |= DAY.matcher(text.text()).matches();
    }
    return signed ? start : -1;
  }

  private void take(Part part, String next) {
    switch (part) {
      case Part.Headed headed -> head(headed, next);
      case Part.Said said -> say(said.text(), next);
      case Part.Asked asked -> ask(new Dialogue.Question(asked.number(), asked.text()));
      case Part.Tabled tabled -> tabulate(tabled.table());
      case Part.Closed _ -> {
        closeDialogue();
        leaveHeadings(20);
      }
    }
  }

  private void head(Part.Headed heading, String next) {
    var found = questionIn(heading.text().text(), next);
    if (found != null) {
      ask(found);
      return;
    }
    flush();
    if (question != null && heading.level() <= dialogueLevel) {
      closeDialogue();
    }
    if (!headings.isEmpty() && headings.getLast().level() >= heading.level()) {
      tellHeadingAlone();
    }
    leaveHeadings(heading.level());
    headings.addLast(new Opened(heading.level(), heading.text()));
    headingAlone = true;
    noteCorrection(heading.text().text());
  }

  private void leaveHeadings(int level) {
    flush();
    while (!headings.isEmpty() && headings.getLast().level() >= level) {
      headings.removeLast();
    }
  }

  /// A heading that nothing stands under is a passage itself: the title on a cover.
  private void tellHeadingAlone() {
    if (headingAlone && !headings.isEmpty()) {
      var alone = headings.removeLast();
      add(alone.text(), Form.PROSE, Speaker.COMPANY);
      headings.addLast(alone);
    }
    headingAlone = false;
  }

  private void say(PrintedText text, String next) {
    var found = questionIn(text.text(), next);
    if (found != null) {
      ask(found);
    } else if (asking && answersAreMarked && !Dialogue.isAnswer(text.text())) {
      question = question + "\n" + text.text();
    } else {
      asking = false;
      noteCorrection(text.text());
      if (GUARANTEE.matcher(text.text()).matches()) {
        flush();
        add(text, Form.PROSE, Speaker.BOILERPLATE);
      } else {
        run.add(text);
      }
    }
    headingAlone = false;
  }

  private Dialogue.@Nullable Question questionIn(String text, String next) {
    var marked = record ? Dialogue.markedQuestion(text) : null;
    if (marked != null || !record) {
      return marked;
    }
    var answerFollows = Dialogue.isAnswer(next) || Dialogue.isGreeting(next);
    var numbered = Dialogue.numberedQuestion(text);
    if (numbered != null && (answerFollows || !answersAreMarked)) {
      return numbered;
    }
    return answerFollows && !asking && Dialogue.endsAsQuestion(text) && !Dialogue.isAnswer(text)
        ? new Dialogue.Question(null, text)
        : null;
  }

  private void ask(Dialogue.Question found) {
    flush();
    if (question == null) {
      dialogueLevel = headings.isEmpty() ? 0 : headings.getLast().level();
    }
    leaveHeadings(dialogueLevel + 1);
    asked++;
    asking = true;
    item = found.number() == null ? Integer.toString(asked) : found.number();
    question = found.text();
    headingAlone = false;
  }

  private void closeDialogue() {
    flush();
    item = null;
    question = null;
    asking = false;
  }

  private void tabulate(Block.Table table) {
    flush();
    headingAlone = false;
    var speaker = speakerOf(table);
    for (var text : TableText.of(table)) {
      add(text, Form.TABLE, speaker);
    }
  }

  private Speaker speakerOf(Block.Table table) {
    noteCorrection(table.caption());
    var blank =
        table.rows().stream()
            .flatMap(List::stream)
            .allMatch(cell -> BLANK_FORM.matcher(cell.text()).matches());
    return replaced || blank ? Speaker.BOILERPLATE : Speaker.COMPANY;
  }

  /// From 更正前 to 更正后 a correction repeats what no longer holds.
  private void noteCorrection(String text) {
    if (AFTER_CORRECTION.matcher(text).matches()) {
      flush();
      replaced = false;
      afterCorrections--;
    } else if (afterCorrections > 0 && BEFORE_CORRECTION.matcher(text).matches()) {
      flush();
      replaced = true;
    }
  }

  /// 是否存在…的情况 is a heading, and 否 all that stands under it: only both together say something.
  private boolean isAnswerToHeading(String text) {
    return text.matches("[是否有无]。?")
        && !headings.isEmpty()
        && headings.getLast().text().text().matches(".*(?:是否|有无).*");
  }

  private void flush() {
    if (run.size() == 1 && isAnswerToHeading(run.getFirst().text())) {
      run.addFirst(headings.getLast().text());
    }
    for (var text : Prose.pack(run)) {
      var isEmptyForm = BLANK_FORM.matcher(text.text()).matches();
      add(text, Form.PROSE, replaced || isEmptyForm ? Speaker.BOILERPLATE : Speaker.COMPANY);
    }
    run.clear();
  }

  private void add(PrintedText text, Form form, Speaker speaker) {
    var ordinal = passages.size();
    passages.add(
        new Passage(
            PassageId.of(disclosure, ordinal),
            ordinal,
            text.text(),
            speaker,
            form,
            headings.stream().map(opened -> opened.text().text()).toList(),
            text.page(),
            item,
            question,
            text.lines(),
            null));
  }
}
