package onrecord.bot.console;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import onrecord.bot.desk.keys.ApiKey;
import onrecord.bot.desk.keys.ApiKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who may call the API.
@Controller
@RequestMapping("/console/people/keys")
class KeysPage {

  private final ApiKeys keys;
  private final Clock clock;

  KeysPage(ApiKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @GetMapping
  String keys(Model model) {
    model.addAttribute("keys", keys.all());
    model.addAttribute("roles", ApiKey.Role.values());
    model.addAttribute("now", clock.instant());
    return "console/keys";
  }

  @PostMapping
  String issue(
      Principal who,
      @RequestParam String name,
      @RequestParam ApiKey.Role role,
      @RequestParam(defaultValue = "600") int requestsPerMinute,
      @RequestParam(required = false) @Nullable Integer days,
      RedirectAttributes notes) {
    var validity = days == null ? null : Duration.ofDays(days);
    var issued = keys.issue(name, role, requestsPerMinute, validity, who.getName());
    notes.addFlashAttribute("newName", issued.key().name());
    notes.addFlashAttribute("newKey", issued.text());
    return "redirect:/console/people/keys";
  }

  @PostMapping("/{id}/revoke")
  String revoke(Principal who, @PathVariable String id) {
    keys.revoke(id, who.getName());
    return "redirect:/console/people/keys";
  }
}
