/// Telegram: questions by chat, in groups and inline, by long polling or webhook.
@NullMarked
package onrecord.bot.telegram;

import org.jspecify.annotations.NullMarked;
