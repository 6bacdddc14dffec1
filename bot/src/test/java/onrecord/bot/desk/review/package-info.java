@NullMarked
package onrecord.bot.desk.review;

import org.jspecify.annotations.NullMarked;
