@NullMarked
package onrecord.bot.desk.audit;

import org.jspecify.annotations.NullMarked;
