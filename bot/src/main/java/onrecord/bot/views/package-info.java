/// Answers and what they cite, as every interface shows them to programs.
@NullMarked
package onrecord.bot.views;

import org.jspecify.annotations.NullMarked;
