/// Who may call the API, as what, how often and how long.
@NullMarked
package onrecord.bot.desk.keys;

import org.jspecify.annotations.NullMarked;
