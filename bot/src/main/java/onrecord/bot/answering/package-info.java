/// The way of a question, step by step.
@NullMarked
package onrecord.bot.answering;

import org.jspecify.annotations.NullMarked;
