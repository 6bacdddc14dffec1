/// A WeChat Official Account: questions by message, answered in the reply to it or after it.
@NullMarked
package onrecord.bot.wechat;

import org.jspecify.annotations.NullMarked;
