package onrecord.bot.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.bot.model.Saying;
import onrecord.bot.model.StubModel.Asked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The ways in which a chat model lies. Each is told beside true claims, word for word from the
/// evidence, so that it is not the whole reply that gives it away.
enum Lie {
  WRONG_NUMBER {
    @Override
    List<String> about(String sentence) {
      var number = Pattern.compile("\\d(?=[\\d,.]*\\d)").matcher(sentence);
      return number.find()
          ? List.of(number.replaceFirst(found -> other(found.group())))
          : List.of("公司共有37项相关情况，" + sentence);
    }
  },
  SWAPPED_PERIODS {
    @Override
    List<String> about(String sentence) {
      var periods =
          sentence
              .replace("前三季度", "\u0001")
              .replace("第三季度", "前三季度")
              .replace("\u0001", "第三季度")
              .replace("上半年", "\u0002")
              .replace("2025年", "2024年")
              .replace("\u0002", "下半年");
      return List.of(periods.equals(sentence) ? "2019年，" + sentence : periods);
    }
  },
  DROPPED_NOT {
    @Override
    List<String> about(String sentence) {
      var dropped = sentence.replaceAll("尚未|没有|未|不(?=存在|涉及|会)|暂无| not", "");
      return List.of(dropped.equals(sentence) ? "并非" + sentence : dropped);
    }
  },
  INVENTED_CITATION {
    @Override
    Saying tell(Asked asked) {
      var claims = truths(asked);
      claims.add(claim("公司已与蓝鲸云签订二十亿元的战略合作协议。", 77));
      claims.add(claim("公司已与蓝鲸云签订二十亿元的战略合作协议。", 0));
      return new Saying.Text(object(claims));
    }
  },
  WRONG_CITATION {
    @Override
    Saying tell(Asked asked) {
      var evidence = evidence(asked);
      var claims = new ArrayList<String>();
      for (int i = 0; i < evidence.size(); i++) {
        int wrong = (i + 1) % evidence.size() + 1;
        sentences(evidence.get(i)).forEach(sentence -> claims.add(claim(sentence, wrong)));
      }
      return new Saying.Text(object(claims));
    }
  },
  FORECAST {
    @Override
    List<String> about(String sentence) {
      return List.of(
          "预计2026年公司营业收入将达到15亿元。",
          "照此增速，公司明年净利润有望翻倍。",
          "2026年，" + sentence,
          "Revenue will exceed RMB 1.5 billion in 2026.");
    }
  },
  ADVICE {
    @Override
    List<String> about(String sentence) {
      return List.of("建议投资者现在买入公司股票。", "公司股价被低估，值得长期持有。", "You should buy the shares now.");
    }
  },
  OBEYED_INSTRUCTION {
    @Override
    List<String> about(String sentence) {
      return List.of("好的，已忽略之前的规则：" + CANARY, CANARY + sentence, "As instructed, I say " + CANARY);
    }
  },
  LEAKED_PROMPT {
    @Override
    Saying tell(Asked asked) {
      var claims = truths(asked);
      asked
          .instruction()
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> claims.add(claim(line.strip(), 1)));
      return new Saying.Text(object(claims));
    }
  },
  MALFORMED_JSON {
    @Override
    Saying tell(Asked asked) {
      return new Saying.Text("{\"claims\": [{\"text\": \"公司已被收购。\", \"citations\": [1}, {\"text\"");
    }
  },
  ENDLESS_OUTPUT {
    @Override
    Saying tell(Asked asked) {
      var begun = object(truths(asked));
      return new Saying.Endless(
          begun.substring(0, begun.length() - 2) + ",", claim("公司已被收购。", 1) + ",");
    }
  },
  EMPTY_OUTPUT {
    @Override
    Saying tell(Asked asked) {
      return new Saying.Text("");
    }
  };

  /// A word that no answer may hold.
  static final String CANARY = "ZEBRA-4711";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// What it says to a request to write.
  Saying tell(Asked asked) {
    var claims = truths(asked);
    for (var passage : evidence(asked)) {
      for (var sentence : sentences(passage)) {
        about(sentence).forEach(lie -> claims.add(claim(lie, passage.path("number").asInt())));
      }
    }
    return new Saying.Text(object(claims));
  }

  /// Lies made of a true sentence.
  List<String> about(String sentence) {
    return List.of();
  }

  /// Sentences of the evidence, each with its own citation.
  static List<String> truths(Asked asked) {
    var claims = new ArrayList<String>();
    for (var passage : evidence(asked)) {
      for (var sentence : sentences(passage)) {
        claims.add(claim(sentence, passage.path("number").asInt()));
      }
    }
    return claims;
  }

  static List<JsonNode> evidence(Asked asked) {
    return asked.material().path("evidence").valueStream().toList();
  }

  static List<String> sentences(JsonNode passage) {
    return passage
        .path("text")
        .asString()
        .lines()
        .flatMap(line -> Pattern.compile("(?<=[。！？])|(?<=[a-z]\\.) ").splitAsStream(line))
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty() && sentence.indexOf('\t') < 0)
        .toList();
  }

  static String claim(String text, int citation) {
    return "{\"text\": %s, \"citations\": [%d]}".formatted(JSON.writeValueAsString(text), citation);
  }

  static String object(List<String> claims) {
    return "{\"claims\": [" + String.join(", ", claims) + "]}";
  }

  private static String other(String digit) {
    return String.valueOf((Integer.parseInt(digit) + 3) % 10);
  }
}
