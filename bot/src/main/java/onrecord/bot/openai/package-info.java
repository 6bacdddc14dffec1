/// The assistant for programs that speak to OpenAI's chat completions.
@NullMarked
package onrecord.bot.openai;

import org.jspecify.annotations.NullMarked;
