package onrecord.bot.console;

import java.security.Principal;
import java.util.Locale;
import java.util.Set;
import onrecord.bot.answers.AuditTrail;
import onrecord.bot.channel.FrontOffice;
import onrecord.bot.desk.people.People;
import onrecord.bot.desk.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who may sign in, and as what; and the end of what is remembered of investors.
@Controller
@RequestMapping("/console/people")
class PeoplePage {

  private final People people;
  private final FrontOffice office;
  private final AuditTrail trail;

  PeoplePage(People people, FrontOffice office, AuditTrail trail) {
    this.people = people;
    this.office = office;
    this.trail = trail;
  }

  @GetMapping
  String people(Model model) {
    model.addAttribute("people", people.all());
    model.addAttribute("roles", Role.values());
    return "console/people";
  }

  @PostMapping
  String add(
      Principal who,
      @RequestParam String name,
      @RequestParam(required = false) @Nullable Set<Role> roles,
      RedirectAttributes notes) {
    var password = People.randomPassword();
    people.add(name.strip(), password, roles == null ? Set.of() : roles, who.getName());
    notes.addFlashAttribute("newName", name.strip());
    notes.addFlashAttribute("newPassword", password);
    return "redirect:/console/people";
  }

  @PostMapping("/{name}")
  String change(
      Principal who,
      @PathVariable String name,
      @RequestParam(required = false) @Nullable Set<Role> roles,
      @RequestParam(defaultValue = "false") boolean locked) {
    people.change(name, roles == null ? Set.of() : roles, locked, who.getName());
    return "redirect:/console/people";
  }

  @PostMapping("/{name}/password")
  String renew(Principal who, @PathVariable String name, RedirectAttributes notes) {
    var password = People.randomPassword();
    people.setPassword(name, password, who.getName());
    notes.addFlashAttribute("newName", name);
    notes.addFlashAttribute("newPassword", password);
    return "redirect:/console/people";
  }

  /// Erases an investor who asks for it by other ways than a channel's own.
  @PostMapping("/investors/erase")
  String erase(
      Principal who,
      @RequestParam String channel,
      @RequestParam String investor,
      @RequestParam String reason,
      RedirectAttributes notes) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("An erasure needs a reason");
    }
    var wasKnown = office.forget(channel.strip().toLowerCase(Locale.ROOT), investor.strip());
    trail.erased("an investor", reason.strip(), who.getName());
    notes.addFlashAttribute("done", wasKnown ? "erased" : "nothingToErase");
    return "redirect:/console/people";
  }
}
