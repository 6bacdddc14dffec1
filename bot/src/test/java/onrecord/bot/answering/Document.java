package onrecord.bot.answering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// A disclosure of a scenario, written as a Markdown file with a YAML file beside it.
///
/// @param label the name that a scenario calls it by
/// @param metadata lines of YAML
/// @param text its Markdown
/// @param publishedAt when it is published; a draft until then
record Document(String label, List<String> metadata, String text, Instant publishedAt) {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /// A periodic report.
  ///
  /// @param period `2025 Q1`, `2025 H1`, `2025 Q3` or `2024`: Q3 is the report for the nine months
  static Reports aReport(String period) {
    return new Reports(period);
  }

  /// A record of an investors' meeting, a question and an answer at a time.
  static Records aRecord(String label) {
    return new Records(label);
  }

  /// Any other announcement.
  static Announcements anAnnouncement(String label) {
    return new Announcements(label);
  }

  /// In the evening of a day, when the exchange's office has closed.
  static Instant eveningOf(String day) {
    return LocalDate.parse(day).atTime(LocalTime.of(18, 0)).atZone(CHINA).toInstant();
  }

  String fileName() {
    return label.replace(' ', '-') + ".md";
  }

  Path writeTo(Path folder) {
    try {
      Files.writeString(folder.resolve(fileName() + ".yaml"), String.join("\n", metadata) + "\n");
      return Files.writeString(folder.resolve(fileName()), text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + label, e);
    }
  }

  private static List<String> metadata(String kind, String title, Instant publishedAt) {
    return new ArrayList<>(
        List.of(
            "issuer: \"999999\"",
            "shortName: \"星衡算力\"",
            "companyName: \"星衡算力科技股份有限公司\"",
            "kind: \"" + kind + "\"",
            "title: \"" + title + "\"",
            "publishedAt: \"" + publishedAt + "\""));
  }

  /// A periodic report in the making.
  static final class Reports {

    private final String period;
    private final List<String> rows = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private String unit = "万元";

    private Reports(String period) {
      this.period = period;
    }

    /// A row of the table of key data, for the period from the beginning of the year.
    Reports stating(String metric, String value, String printedUnit) {
      unit = printedUnit;
      rows.add("| %s | %s |".formatted(metric, value));
      return this;
    }

    /// A sentence of the discussion.
    Reports saying(String sentence) {
      sentences.add(sentence);
      return this;
    }

    Document publishedOn(String day) {
      var publishedAt = eveningOf(day);
      var metadata = metadata(kind(), title(), publishedAt);
      metadata.add("period: \"" + endMonth() + "\"");
      return new Document(period, metadata, text(), publishedAt);
    }

    private String text() {
      var text = new StringBuilder("# 星衡算力科技股份有限公司" + title() + "\n\n");
      if (!rows.isEmpty()) {
        text.append(
            "## 一、主要会计数据和财务指标\n\n单位：%s\n\n| 项目 | %s |\n|---|---|\n".formatted(unit, column()));
        rows.forEach(row -> text.append(row).append('\n'));
      }
      if (!sentences.isEmpty()) {
        text.append("\n## 二、经营情况讨论与分析\n\n").append(String.join("\n\n", sentences)).append('\n');
      }
      return text.toString();
    }

    private String year() {
      return period.substring(0, 4);
    }

    private String part() {
      return period.length() > 4 ? period.substring(5) : "";
    }

    private String title() {
      return year()
          + switch (part()) {
            case "Q1" -> "年第一季度报告";
            case "H1" -> "年半年度报告";
            case "Q3" -> "年第三季度报告";
            default -> "年年度报告";
          };
    }

    private String column() {
      return year()
          + switch (part()) {
            case "Q1" -> "年1-3月";
            case "H1" -> "年1-6月";
            case "Q3" -> "年1-9月";
            default -> "年";
          };
    }

    private String endMonth() {
      return year()
          + switch (part()) {
            case "Q1" -> "-03";
            case "H1" -> "-06";
            case "Q3" -> "-09";
            default -> "-12";
          };
    }

    private String kind() {
      return switch (part()) {
        case "H1" -> "INTERIM_REPORT";
        case "Q1", "Q3" -> "QUARTERLY_REPORT";
        default -> "ANNUAL_REPORT";
      };
    }
  }

  /// A record of an investors' meeting in the making.
  static final class Records {

    private final String label;
    private final List<String> turns = new ArrayList<>();

    private Records(String label) {
      this.label = label;
    }

    Records asked(String question, String answer) {
      int number = turns.size() / 2 + 1;
      turns.add("问题%d、%s".formatted(number, question));
      turns.add("回答：" + answer);
      return this;
    }

    Document publishedOn(String day) {
      var publishedAt = eveningOf(day);
      return new Document(
          label,
          metadata("INVESTOR_RELATIONS_RECORD", "投资者关系活动记录表", publishedAt),
          "# 星衡算力科技股份有限公司投资者关系活动记录表\n\n## 一、投资者关系活动主要内容\n\n" + String.join("\n\n", turns) + "\n",
          publishedAt);
    }
  }

  /// An announcement in the making.
  static final class Announcements {

    private final String label;
    private final List<String> sentences = new ArrayList<>();

    private Announcements(String label) {
      this.label = label;
    }

    Announcements saying(String sentence) {
      sentences.add(sentence);
      return this;
    }

    Document publishedOn(String day) {
      var publishedAt = eveningOf(day);
      var title = "关于" + label + "的公告";
      return new Document(
          label,
          metadata("ANNOUNCEMENT", title, publishedAt),
          "# 星衡算力科技股份有限公司" + title + "\n\n" + String.join("\n\n", sentences) + "\n",
          publishedAt);
    }
  }
}
