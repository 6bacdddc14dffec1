@NullMarked
package onrecord.bot.clients;

import org.jspecify.annotations.NullMarked;
