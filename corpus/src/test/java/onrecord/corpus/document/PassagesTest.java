package onrecord.corpus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onrecord.corpus.Box;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Passage;
import onrecord.corpus.Speaker;
import onrecord.corpus.TextLine;
import onrecord.corpus.document.Block.Cell;
import onrecord.corpus.document.Block.Heading;
import onrecord.corpus.document.Block.Paragraph;
import onrecord.corpus.document.Block.Table;
import org.junit.jupiter.api.Test;

class PassagesTest {

  @Test
  void shortNeighboursUnderOneHeadingAreOnePassage() {
    var passages =
        read(
            heading(1, "二、活动情况"),
            text("活动时间：2025年11月3日"),
            text("活动地点：网络会议"),
            heading(1, "三、内容"),
            text("无"));

    assertThat(passages.getFirst().text()).isEqualTo("活动时间：2025年11月3日\n活动地点：网络会议");
    assertThat(passages.getFirst().section()).isEqualTo("二、活动情况");
  }

  @Test
  void headingsNest() {
    var passages =
        read(heading(1, "第三节"), heading(2, "一、概述"), text("甲。"), heading(2, "二、经营"), text("乙。"));

    assertThat(passages).extracting(Passage::section).containsExactly("第三节 > 一、概述", "第三节 > 二、经营");
  }

  @Test
  void aHeadingWithNothingUnderItIsAPassage() {
    assertThat(read(heading(1, "2024年年度报告"), heading(1, "第一节 释义"), text("释义如下。")))
        .extracting(Passage::text)
        .containsExactly("2024年年度报告", "释义如下。");
  }

  @Test
  void aLongParagraphIsCutBetweenSentences() {
    var sentence = "公司持续加大研发投入，完善产品矩阵，并与上下游伙伴共同推进项目落地，客户结构进一步改善。";
    var passages = read(text(sentence.repeat(20)));

    assertThat(passages).hasSizeGreaterThan(1);
    assertThat(passages)
        .allSatisfy(passage -> assertThat(passage.text()).endsWith("。").hasSizeLessThan(480));
    assertThat(String.join("", passages.stream().map(Passage::text).toList()))
        .isEqualTo(sentence.repeat(20));
  }

  @Test
  void englishAbbreviationsEndNoSentence() {
    var sentence =
        "Northwind Inc. sold U.S. assets for $1.5 million in the fourth quarter of 2024. ";

    assertThat(read(text(sentence.repeat(60).strip())))
        .hasSizeGreaterThan(2)
        .allSatisfy(
            passage -> assertThat(passage.text()).startsWith("Northwind").endsWith("2024."));
  }

  @Test
  void aListStaysWithWhatLeadsIntoIt() {
    var leadIn = "公司的主要产品有以下三类：";
    var item = "算力调度平台，面向科研机构与制造企业提供统一的资源申请、计费与运维能力，已覆盖多个地区的数据中心，并与多家芯片厂商完成适配。".repeat(5);
    var passages = read(text("前文说明。".repeat(50)), text(leadIn), text(item));

    assertThat(passages.stream().map(Passage::text))
        .anyMatch(t -> t.startsWith(leadIn + "\n" + item.substring(0, 10)));
  }

  @Test
  void aDisclaimerStaysWithWhatItDisclaims() {
    var outlook = "未来，公司将提升服务能力，期望收入保持增长。".repeat(15);
    var disclaimer = "上述分析不构成公司对投资者的业绩承诺。";

    assertThat(read(text(outlook), text(disclaimer)))
        .extracting(Passage::text)
        .containsExactly(outlook + "\n" + disclaimer);
  }

  @Test
  void theBoardsGuaranteeIsBoilerplate() {
    var guarantee = "本公司及董事会全体成员保证公告内容的真实、准确和完整，没有虚假记载、误导性陈述或者重大遗漏。";

    assertThat(read(text(guarantee), text("公司于今日召开会议。")))
        .extracting(Passage::speaker)
        .containsExactly(Speaker.BOILERPLATE, Speaker.COMPANY);
  }

  @Test
  void anEmptyFormIsBoilerplateAndAFilledOneIsNot() {
    assertThat(read(heading(1, "十一、其他"), text("□适用 √不适用")))
        .extracting(Passage::speaker)
        .containsExactly(Speaker.BOILERPLATE);
    assertThat(read(text("☐ 现场参观"), text("☒ 业绩说明会"), text("☐ 其他")))
        .extracting(Passage::speaker, Passage::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Speaker.COMPANY, "☐ 现场参观\n☒ 业绩说明会\n☐ 其他"));
  }

  @Test
  void yesOrNoIsReadWithTheHeadingThatAsks() {
    assertThat(read(heading(1, "八、是否存在违规对外提供担保的情况"), text("否")))
        .extracting(Passage::text, Passage::speaker)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("八、是否存在违规对外提供担保的情况\n否", Speaker.COMPANY));
  }

  @Test
  void anAnswerCarriesItsQuestionAndIsTheCompanysWord() {
    var passages =
        read(
            heading(2, "三、主要内容"),
            text("本次活动的主要问题及回复如下："),
            text("问题 1、公司三季度收入如何？"),
            text("回答：尊敬的投资者，您好！前三季度收入1,200.50万元。"),
            text("感谢您的关注。"),
            text("问题 2、听说要重组？"),
            text("回答：公司暂无重组计划。"),
            text("星衡算力股份有限公司"),
            text("董事会"),
            text("2025 年 11 月 4 日"));

    assertThat(passages.stream().map(p -> p.item() + "|" + p.question() + "|" + p.text()))
        .containsExactly(
            "null|null|本次活动的主要问题及回复如下：",
            "1|公司三季度收入如何？|回答：尊敬的投资者，您好！前三季度收入1,200.50万元。\n感谢您的关注。",
            "2|听说要重组？|回答：公司暂无重组计划。",
            "null|null|星衡算力股份有限公司\n董事会\n2025 年 11 月 4 日");
    assertThat(passages).extracting(Passage::speaker).containsOnly(Speaker.COMPANY);
  }

  @Test
  void aQuestionMayBeAHeadingAndAnswersMayBeUnmarked() {
    var passages =
        read(
            heading(1, "投资者关系活动记录表"),
            heading(3, "1、公司产能利用率如何？"),
            text("公司产能利用率保持在九成以上。"),
            heading(3, "2、海外市场进展？"),
            text("海外收入占比稳步提高。"));

    assertThat(passages.stream().map(p -> p.item() + "|" + p.question() + "|" + p.text()))
        .containsExactly("1|公司产能利用率如何？|公司产能利用率保持在九成以上。", "2|海外市场进展？|海外收入占比稳步提高。");
  }

  @Test
  void aWholeDialogueInOneCellIsTakenApart() {
    var dialogue = "1、请问公司订单情况？答：目前在手订单充足。2、原材料涨价影响大吗？答：影响有限，公司已提前备货。";
    var passages =
        read(table(0, row("证券代码", "999999"), row("活动主要内容介绍", dialogue), row("日期", "2025年5月8日")));

    assertThat(passages.stream().map(p -> p.item() + "|" + p.question() + "|" + p.text()))
        .containsExactly(
            "null|null|证券代码\t999999",
            "1|请问公司订单情况？|答：目前在手订单充足。",
            "2|原材料涨价影响大吗？|答：影响有限，公司已提前备货。",
            "null|null|日期\t2025年5月8日");
  }

  @Test
  void questionsAndAnswersInColumnsAreADialogue() {
    var passages =
        read(
            table(
                1,
                row("序号", "提问内容", "回复内容"),
                row("1", "分红吗？", "公司将按章程分红。"),
                row("2", "扩产吗？", "暂无计划。")));

    assertThat(passages.stream().map(p -> p.item() + "|" + p.question() + "|" + p.text()))
        .containsExactly("1|分红吗？|公司将按章程分红。", "2|扩产吗？|暂无计划。");
  }

  @Test
  void englishDialogueIsRecognised() {
    assertThat(
            read(
                text("Q: What was revenue?"),
                text("A: Revenue was $12.5 million."),
                text("Q: Any outlook?"),
                text("A: We do not give guidance.")))
        .extracting(Passage::item, Passage::question)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1", "What was revenue?"),
            org.assertj.core.groups.Tuple.tuple("2", "Any outlook?"));
  }

  @Test
  void aTableIsCaptionHeadingLineAndRows() {
    var passages =
        read(
            new Table(
                "单位：万元",
                2,
                List.of(
                    cells("项目", "2024年", "2024年"),
                    cells("项目", "金额", "占比\n（%）"),
                    cells("营业收入", "1,000.00", "100"),
                    cells("营业成本", "", "")),
                3));

    assertThat(passages)
        .extracting(Passage::text)
        .containsExactly("单位：万元\n项目\t2024年 金额\t2024年 占比 （%）\n营业收入\t1,000.00\t100\n营业成本\t\t");
    assertThat(passages.getFirst().page()).isEqualTo(3);
  }

  @Test
  void eachPartOfALongTableRepeatsHeadingsAndGroup() {
    var rows = new ArrayList<List<Cell>>();
    rows.add(cells("项目", "本期"));
    rows.add(cells("分产品：", ""));
    for (var i = 1; i <= 20; i++) {
      rows.add(cells("产品" + i, "1,000." + i));
    }
    var passages = read(new Table("单位：元", 1, rows, null));

    assertThat(passages).hasSize(2);
    assertThat(passages.getLast().text()).startsWith("单位：元\n项目\t本期\n分产品：\t\n产品");
  }

  @Test
  void boxesFollowTheTextIntoItsPassages() {
    var line = new Box(2, 0.1, 0.1, 0.8, 0.02);
    var first = "第一句说明公司的基本情况。".repeat(20);
    var second = "第二句说明公司的经营成果。".repeat(20);
    var paragraph =
        new Paragraph(
            first + second,
            List.of(
                new TextLine(0, first.length(), line),
                new TextLine(first.length(), first.length() + second.length(), line)),
            2);
    var passages = read(paragraph);

    assertThat(passages)
        .hasSizeGreaterThan(1)
        .allSatisfy(passage -> {
          assertThat(passage.lines().getFirst().start()).isZero();
          assertThat(passage.lines().getLast().end()).isEqualTo(passage.text().length());
        });
  }

  @Test
  void aCellsLinesAreFoundInTheRow() {
    var box = new Box(1, 0.5, 0.5, 0.1, 0.01);
    var passages =
        read(
            new Table(
                "",
                0,
                List.of(
                    List.of(
                        new Cell("注册资本", List.of()),
                        new Cell("5,000万元", List.of(new TextLine(0, 7, box))))),
                1));

    assertThat(passages.getFirst().boxes(5, 12)).containsExactly(box);
  }

  @Test
  void whatStoodBeforeACorrectionIsNotTheCompanysWordAnyMore() {
    var passages =
        read(
            text("公司发现部分数据有误，现更正如下："),
            text("更正前："),
            table(1, row("项目", "2024年"), row("营业收入", "100.00")),
            text("更正后："),
            table(1, row("项目", "2024年"), row("营业收入", "101.00")));

    assertThat(passages.stream().filter(p -> p.form() == Passage.Form.TABLE))
        .extracting(Passage::speaker)
        .containsExactly(Speaker.BOILERPLATE, Speaker.COMPANY);
  }

  private static List<Passage> read(Block... blocks) {
    return Passages.of(new DisclosureId("999999-abc"), List.of(blocks));
  }

  private static Heading heading(int level, String text) {
    return new Heading(level, text, List.of(), null);
  }

  private static Paragraph text(String text) {
    return new Paragraph(text, List.of(), null);
  }

  @SafeVarargs
  private static Table table(int headingRows, List<Cell>... rows) {
    return new Table("", headingRows, List.of(rows), null);
  }

  private static List<Cell> row(String... cells) {
    return cells(cells);
  }

  private static List<Cell> cells(String... cells) {
    return Arrays.stream(cells).map(text -> new Cell(text, List.of())).toList();
  }
}
