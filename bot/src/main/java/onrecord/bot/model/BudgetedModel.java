package onrecord.bot.model;

import java.util.function.Consumer;
import onrecord.bot.model.NoReplyException.Why;

/// Asks only as long as the tokens of the day and of the question reach.
final class BudgetedModel implements ChatModel {

  private final ChatModel model;
  private final Budget budget;

  BudgetedModel(ChatModel model, Budget budget) {
    this.model = model;
    this.budget = budget;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Reply ask(ModelRequest request, Allowance allowance, Consumer<String> heard)
      throws NoReplyException {
    long aside = request.estimate();
    if (!allowance.take(aside)) {
      throw new NoReplyException(Why.SPENT, "The question has used its tokens.");
    }
    if (!budget.take(aside)) {
      allowance.giveBack(aside);
      throw new NoReplyException(Why.SPENT, "The tokens of the day are spent.");
    }
    long used = aside;
    try {
      var reply = model.ask(request, allowance, heard);
      used = reply.usage().total();
      return reply;
    } catch (NoReplyException none) {
      used = isCharged(none.why()) ? aside : 0;
      throw none;
    } finally {
      budget.settle(aside, used);
      allowance.giveBack(aside - used);
    }
  }

  /// What was begun may be charged whole; what was turned away is not.
  private static boolean isCharged(Why why) {
    return switch (why) {
      case SLOW, UNUSABLE -> true;
      case UNREACHABLE, BUSY, REFUSED, RESTING, SPENT -> false;
    };
  }
}
