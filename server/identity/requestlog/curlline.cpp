// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/requestlog/curlline.h"

using namespace Qt::StringLiterals;

namespace {
/// Returns the text as one word of a POSIX shell (POSIX.1-2017, 2.2.2).
QString quoted(QString text) { return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\''; }
}

QString curlLine(const AppCall &call, const QString &server)
{
    QStringList parts{u"curl"_s};
    if (call.method == u"HEAD"_s)
        parts += u"--head"_s;
    else if (call.method != u"GET"_s)
        parts += u"-X "_s + call.method;
    parts += quoted(server + call.path + (call.query.isEmpty() ? QString() : u'?' + call.query));
    parts += call.credential == AppCall::Credential::User ? u"-H \"Authorization: Bearer $ACCESS_TOKEN\""_s
                                                          : u"--user \"%1:$APP_KEY\""_s.arg(call.appId.toString());
    if (call.requestBytes > 0) {
        const bool kept = call.requestBody.startsWith(u'{');
        parts += u"-H 'Content-Type: application/json'"_s;
        parts += kept ? u"-d "_s + quoted(call.requestBody) : u"--data-binary @body.json"_s;
    }
    return parts.join(u" \\\n  "_s);
}
