/// Which answers a person sees before they leave, and what the asker hears meanwhile.
@NullMarked
package onrecord.bot.desk.review;

import org.jspecify.annotations.NullMarked;
