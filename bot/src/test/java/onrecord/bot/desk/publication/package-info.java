@NullMarked
package onrecord.bot.desk.publication;

import org.jspecify.annotations.NullMarked;
