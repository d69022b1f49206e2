// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/browsercookie.h"

#include "server/core/http/message.h"
#include "server/identity/credentials/secrets.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

QString BrowserCookie::newSecret() { return Secrets::make(QLatin1StringView("wmb_")); }

QString BrowserCookie::secret(const Request &request) const
{
    static const QRegularExpression form(u"^wmb_[A-Za-z0-9_-]{43}$"_s);
    const QString value = QString::fromLatin1(request.cookie(name()));
    return form.match(value).hasMatch() ? value : QString();
}

QByteArray BrowserCookie::set(const QString &secret, std::chrono::seconds life) const
{
    QByteArray cookie = name() + '=' + secret.toLatin1() + "; Path=/; HttpOnly; SameSite=Lax";
    if (life.count() > 0)
        cookie += "; Max-Age=" + QByteArray::number(qint64(life.count()));
    return m_secure ? cookie + "; Secure" : cookie;
}
